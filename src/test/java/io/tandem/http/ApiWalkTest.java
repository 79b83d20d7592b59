package io.tandem.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.http.Walk.Said;
import io.tandem.notifications.Calm;
import io.tandem.testing.Cast;
import io.tandem.testing.Contract;
import io.tandem.testing.Contract.Operation;
import io.tandem.testing.DatabaseContent;
import io.tandem.testing.Refusal;
import io.tandem.testing.TandemServer;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Walks every operation of the contract with requests that are wrong in one place each: all are refused with the right
 * problem, and not a row changes. Then the request that is wrong nowhere is let through, which shows that it was that place.
 */
@WithDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiWalkTest {

    /** Signing in writes nothing but sessions, which this does not look at. */
    private static final Set<String> WITHOUT_TRACE = Set.of("login", "refresh");

    private TandemServer server;
    private DatabaseContent content;
    private Cast cast;
    private Calm calm;
    private Walk walk;

    static List<Operation> operations() {
        return Contract.operations();
    }

    @BeforeAll
    void start(TestDatabase database) {
        server = TandemServer.start(
                database, Map.of("limits.body_bytes", "" + Bent.BODY_BYTES_MAX, "limits.workspaces_per_user", "0"));
        content = new DatabaseContent(database, "accounts_session", "accounts_refresh_token", "notifications_sweep");
        calm = new Calm(database);
        cast = new Cast(server);
        walk = new Walk(server, cast);
    }

    @AfterAll
    void stop() throws Exception {
        calm.close();
        content.close();
        server.close();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void only_the_valid_request_changes_anything(Operation operation) {
        int kinds = 1;
        for (int i = 0; i < kinds; i++) {
            List<Ask> all = walk.valid(operation, cast.fresh());
            kinds = all.size();
            Ask valid = all.get(i);
            calm.await();
            Map<String, String> before = content.digests();
            assertThat(faults(valid)).isEmpty();
            assertThat(content.digests()).isEqualTo(before);

            Said said = TandemServer.await(walk.send(valid));
            assertThat(said.status())
                    .as("%s %s: %s", operation, valid.body(), said)
                    .isBetween(200, 299);
            boolean leavesTrace = !operation.method().equals("GET") && !WITHOUT_TRACE.contains(operation.id());
            assertThat(content.digests().equals(before)).isEqualTo(!leavesTrace);
        }
    }

    private List<String> faults(Ask valid) {
        Map<String, Said> alike = new ConcurrentHashMap<>();
        List<String> faults = Collections.synchronizedList(new ArrayList<>());
        TandemServer.await(Future.join(Bent.all(valid, cast)
                        .map(bent -> walk.send(bent.ask())
                                .onSuccess(said -> {
                                    String fault = Walk.fault(bent.refusal(), said);
                                    if (fault != null) faults.add(bent.what() + ": " + fault);
                                    alike.put(bent.what(), said);
                                })
                                .onFailure(failure -> faults.add(bent.what() + ": " + failure)))
                        .toList())
                .otherwiseEmpty());
        alike.forEach((what, said) -> {
            for (String kind : List.of("foreign", "personal")) {
                Said other = alike.getOrDefault(what.replaceFirst("unknown$", kind), said);
                if (!other.body().equals(said.body())) faults.add(what + " tells: " + said + " and " + other);
            }
        });
        return faults;
    }

    @Test
    void no_address_takes_a_method_it_does_not_have() {
        Map<String, List<Operation>> byPath = operations().stream().collect(Collectors.groupingBy(Operation::path));
        byPath.forEach((path, operations) -> {
            List<String> methods = operations.stream().map(Operation::method).toList();
            Stream.of("GET", "PUT", "POST", "PATCH", "DELETE")
                    .filter(method -> !methods.contains(method))
                    .map(method -> walk.valid(operations.getFirst().by(method), cast.elsewhere())
                            .getFirst())
                    .forEach(ask -> assertThat(Walk.fault(Refusal.NO_METHOD, TandemServer.await(walk.send(ask))))
                            .as(ask.operation().method() + " " + path)
                            .isNull());
        });
    }
}
