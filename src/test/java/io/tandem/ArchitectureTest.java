package io.tandem;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.properties.HasModifiers.Predicates.modifier;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.vertx.core.VerticleBase;
import io.vertx.core.json.JsonObject;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rules of docs/architecture.md that a reader should not have to enforce. */
class ArchitectureTest {

    private static final String[] FEATURES = {
        "io.tandem.accounts..",
        "io.tandem.workspaces..",
        "io.tandem.tasks..",
        "io.tandem.search..",
        "io.tandem.activity..",
        "io.tandem.journal..",
        "io.tandem.presence..",
        "io.tandem.notifications..",
        "io.tandem.mail..",
        "io.tandem.editing.."
    };

    private static JavaClasses tandem;

    @BeforeAll
    static void read() {
        tandem = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.tandem");
    }

    @Test
    void packages_form_no_cycles() {
        slices().matching("io.tandem.(*)..").should().beFreeOfCycles().check(tandem);
    }

    @Test
    void the_platform_knows_no_feature() {
        noClasses()
                .that()
                .resideInAPackage("io.tandem.platform..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.tandem..")
                        .and(describe("are not of the platform", type -> !type.getPackageName()
                                .startsWith("io.tandem.platform"))))
                .check(tandem);
    }

    @Test
    void the_http_door_knows_no_feature() {
        noClasses()
                .that()
                .resideInAPackage("io.tandem.http..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(FEATURES)
                        .or(resideInAnyPackage("io.tandem.live..", "io.tandem.snapshots..")))
                .because("features mount their routes; the door only opens")
                .check(tandem);
    }

    @Test
    void the_live_door_knows_features_by_their_addresses_and_records() {
        noClasses()
                .that()
                .resideInAPackage("io.tandem.live..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "io.tandem.accounts..",
                                "io.tandem.workspaces..",
                                "io.tandem.tasks..",
                                "io.tandem.activity..",
                                "io.tandem.notifications..")
                        .and(describe(
                                "are neither addresses nor records nor enums",
                                type -> !type.getSimpleName().endsWith("Addresses")
                                        && !type.isRecord()
                                        && !type.isEnum())))
                .check(tandem);
    }

    @Test
    void the_load_tool_and_the_server_know_nothing_of_each_other() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.tandem.bench..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.tandem.bench.."))
                .check(tandem);
        noClasses()
                .that()
                .resideInAPackage("io.tandem.bench..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.tandem..")
                        .and(describe(
                                "are of the server",
                                type -> !type.getPackageName().equals("io.tandem.bench")
                                        && !type.getPackageName().equals("io.tandem.platform"))))
                .because("what measures the server from outside must not share its mistakes")
                .check(tandem);
    }

    @Test
    void nothing_waits_or_locks() {
        noClasses()
                .that()
                .resideInAPackage("io.tandem..")
                .and(describe(
                        "are not of start-up",
                        type -> !type.getPackageName().equals("io.tandem")
                                && !type.getSimpleName().startsWith("EmbeddedPostgres")
                                && !type.getSimpleName().startsWith("Migrations")))
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .dependOnClassesThat(resideInAnyPackage("java.util.concurrent.locks.."))
                .because("an event loop that waits holds up everybody on it")
                .check(tandem);
    }

    @Test
    void sql_stays_in_stores_that_nobody_else_sees() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Store")
                .should()
                .bePackagePrivate()
                .check(tandem);
    }

    @Test
    void json_becomes_a_record_at_the_border() {
        methods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat(resideInAnyPackage(FEATURES).and(modifier(JavaModifier.PUBLIC)))
                .should(notMention(JsonObject.class))
                .allowEmptyShould(true)
                .check(tandem);
    }

    @Test
    void verticles_only_register() {
        classes()
                .that()
                .areAssignableTo(VerticleBase.class)
                .should()
                .haveSimpleNameEndingWith("Verticle")
                .allowEmptyShould(true)
                .check(tandem);
        noClasses()
                .that(simpleNameEndingWith("Verticle"))
                .should()
                .callMethodWhere(target(owner(resideInAnyPackage("io.vertx.sqlclient..", "io.vertx.pgclient.."))))
                .because("statements belong into stores; a verticle hands the pool on")
                .check(tandem);
    }

    private static ArchCondition<JavaMethod> notMention(Class<?> type) {
        return new ArchCondition<>("not mention " + type.getSimpleName()) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                var mentioned = Stream.concat(Stream.of(method.getReturnType()), method.getParameterTypes().stream())
                        .flatMap(mention -> mention.getAllInvolvedRawTypes().stream())
                        .anyMatch(mention -> mention.isEquivalentTo(type));
                if (mentioned && !method.getModifiers().contains(JavaModifier.SYNTHETIC)) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " mentions " + type));
                }
            }
        };
    }
}
