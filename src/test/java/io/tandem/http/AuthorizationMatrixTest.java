package io.tandem.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.http.Walk.Said;
import io.tandem.notifications.Calm;
import io.tandem.testing.Company;
import io.tandem.testing.Contract;
import io.tandem.testing.Contract.Operation;
import io.tandem.testing.DatabaseContent;
import io.tandem.testing.MatrixReport;
import io.tandem.testing.Part;
import io.tandem.testing.TandemServer;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.Things;
import io.tandem.testing.WithDatabase;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Every operation of openapi.yaml by everybody, with the workspace's own ids and with foreign and unknown ones in each place
 * where an id stands. What has to come of it follows from {@code x-right}. The table is in target/reports/authorization.md.
 */
@WithDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthorizationMatrixTest {

    private static final String SECRET = "authorization-matrix-".repeat(2);

    /** What can be done once to a thing; the others can be repeated by the next one who may. */
    private static final Set<String> ONCE =
            Set.of("joinWorkspace", "leaveWorkspace", "transferWorkspace", "changeMember");

    private TandemServer server;
    private DatabaseContent content;
    private Calm calm;
    private Company company;
    private Walk walk;
    private final MatrixReport report = new MatrixReport("Who may what over HTTP");
    private final Map<Operation, List<Attempt>> attempts = new LinkedHashMap<>();
    private final List<String> unformed = new ArrayList<>();

    @BeforeAll
    void start(TestDatabase database) {
        server = TandemServer.start(database, Map.of("auth.jwt_secret", SECRET, "limits.workspaces_per_user", "0"));
        content = new DatabaseContent(database, "accounts_session", "accounts_refresh_token", "notifications_sweep");
        calm = new Calm(database);
        company = new Company(server, SECRET);
        walk = new Walk(server, company.cast());
        Contract.operations().forEach(this::form);
    }

    private void form(Operation operation) {
        try {
            attempts.put(operation, attempts(operation, company.things()).toList());
            attempts.get(operation).forEach(attempt -> report.row(attempt.row()));
        } catch (AssertionError unknown) {
            unformed.add(operation + ": " + unknown.getMessage());
        }
    }

    private Stream<Attempt> attempts(Operation operation, Things things) {
        List<Ask> valid = walk.valid(operation, things);
        return Arrays.stream(Part.values())
                .flatMap(part -> valid.stream().flatMap(ask -> Attempt.all(ask, part, company)));
    }

    @AfterAll
    void stop() throws Exception {
        report.write(Path.of("target", "reports", "authorization.md"));
        calm.close();
        content.close();
        server.close();
    }

    @Test
    void everybody_gets_what_the_right_says_and_whoever_is_refused_changes_nothing() {
        assertThat(unformed).isEmpty();
        assertThat(refused()).isEmpty();
        assertThat(letIn()).isEmpty();
        assertThat(report.gaps()).isEmpty();
        assertThat(attempts.keySet()).hasSize(Contract.operations().size());
    }

    private List<String> refused() {
        calm.await();
        Map<String, String> before = content.digests();
        List<String> faults = new ArrayList<>();
        attempts.values()
                .forEach(all -> faults.addAll(said(all.stream()
                        .filter(attempt -> attempt.refusal() != null || attempt.narrowed())
                        .toList())));
        content.digests().forEach((table, digest) -> {
            if (!digest.equals(before.get(table))) faults.add(table + " changed");
        });
        return faults;
    }

    private List<String> letIn() {
        List<String> faults = new ArrayList<>();
        attempts.forEach((operation, all) -> faults.addAll(letIn(
                operation,
                all.stream()
                        .filter(attempt -> attempt.refusal() == null && !attempt.narrowed())
                        .toList())));
        return faults;
    }

    private List<String> letIn(Operation operation, List<Attempt> all) {
        boolean isRead = operation.method().equals("GET");
        if (isRead) return said(all);
        return all.stream()
                .flatMap(attempt -> said(List.of(anew(operation, attempt))).stream())
                .toList();
    }

    /** The same about things of its own, where doing it takes away what the next one needs. */
    private Attempt anew(Operation operation, Attempt attempt) {
        if (!operation.method().equals("DELETE") && !ONCE.contains(operation.id())) return attempt;
        Ask fresh = walk.valid(operation, company.fresh()).getFirst();
        return Attempt.own(fresh, attempt.part(), company);
    }

    private List<String> said(List<Attempt> all) {
        Map<Attempt, Said> answers = new LinkedHashMap<>();
        List<Future<Said>> sent = all.stream()
                .map(attempt -> walk.send(attempt.ask()).onSuccess(said -> {
                    synchronized (answers) {
                        answers.put(attempt, said);
                    }
                }))
                .toList();
        TandemServer.await(Future.join(sent));
        return all.stream()
                .flatMap(attempt -> faults(attempt, answers).stream())
                .toList();
    }

    private List<String> faults(Attempt attempt, Map<Attempt, Said> answers) {
        Said said = answers.get(attempt);
        report.add(attempt.row(), attempt.part(), said.status());
        List<String> faults = new ArrayList<>();
        String fault = fault(attempt, said);
        if (fault != null) faults.add(attempt + ": " + fault);
        company.leaks(attempt.part(), said.body().toString()).forEach(id -> faults.add(attempt + " tells of " + id));
        answers.forEach((other, otherwise) -> {
            if (attempt.isLike(other) && !otherwise.body().equals(said.body()))
                faults.add(attempt + " tells: " + said + " and " + otherwise);
        });
        return faults;
    }

    private static @Nullable String fault(Attempt attempt, Said said) {
        if (attempt.refusal() != null) return Walk.fault(attempt.refusal(), said);
        if (said.status() < 200 || said.status() > 299) return "refused: " + said;
        boolean finds = attempt.narrowed() && !said.body().path("items").isEmpty();
        return finds ? "finds " + said.body() : null;
    }
}
