package io.tandem.workspaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tandem.accounts.AccountAddresses;
import io.tandem.accounts.Keys;
import io.tandem.accounts.Register;
import io.tandem.accounts.SignedIn;
import io.tandem.accounts.Tokens;
import io.tandem.accounts.User;
import io.tandem.journal.Log;
import io.tandem.journal.Written;
import io.tandem.platform.Actor;
import io.tandem.platform.Address;
import io.tandem.platform.Bus;
import io.tandem.platform.Call;
import io.tandem.platform.Database;
import io.tandem.platform.Problem;
import io.tandem.platform.Settings;
import io.tandem.testing.TandemServer;
import io.tandem.testing.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A real server, spoken to at its bus addresses: what every door leads to, with every answer typed. */
public final class Office implements AutoCloseable {

    public static final String PASSWORD = "correct horse battery";

    /** Somebody with an account, signed in. */
    public record Person(SignedIn signedIn, Actor actor) {
        public UUID id() {
            return actor.id();
        }

        public User user() {
            return signedIn.user();
        }
    }

    private final TandemServer server;
    private final Vertx vertx = Vertx.vertx();
    private final Pool pool;
    private final Bus bus;
    private final Tokens tokens;

    /** @param settings by their keys, where they differ from a test server's */
    public Office(TestDatabase database, Map<String, String> settings) {
        server = TandemServer.start(database, settings);
        bus = server.instance().bus();
        pool = Database.pool(vertx, database.uri(), new Settings.Database(Optional.empty(), 2, 100));
        tokens = new Tokens(vertx, bus, await(Keys.load(pool, auth(settings))), auth(settings));
    }

    private static Settings.Auth auth(Map<String, String> settings) {
        return new Settings.Auth(Optional.ofNullable(settings.get("auth.jwt_secret")), 15, 30, 10, 1);
    }

    /** Its HTTP door. */
    public TandemServer server() {
        return server;
    }

    public Pool pool() {
        return pool;
    }

    public static <T> T await(Future<T> future) {
        try {
            return future.await(60, TimeUnit.SECONDS);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new AssertionError("Nothing came within a minute", e);
        }
    }

    public Person register(String name) {
        return register(name, name.toLowerCase(Locale.ROOT) + "@example.org");
    }

    public Person register(String name, String email) {
        SignedIn signedIn = ask(AccountAddresses.REGISTER, new Register(email, PASSWORD, name));
        return new Person(signedIn, authenticate(signedIn.accessToken()));
    }

    public Actor authenticate(String accessToken) {
        return await(tokens.authenticate(accessToken)).actor();
    }

    public Problem refusedToken(String accessToken) {
        return problem(tokens.authenticate(accessToken));
    }

    public <Q, R> R ask(Address<Q, R> address, Q question) {
        return await(bus.ask(address, question));
    }

    public <Q> Problem refusedAsk(Address<Q, ?> address, Q question) {
        return problem(bus.ask(address, question));
    }

    public <C, R> R read(Person person, Address<C, R> address, C command) {
        return await(bus.call(address, new Call<>(person.actor(), null, command)));
    }

    public <C, R> R write(Person person, Address<C, Written<R>> address, C command) {
        return written(person, null, address, command).answer();
    }

    public <C, R> Written<R> written(
            Person person, @Nullable String operation, Address<C, Written<R>> address, C command) {
        return await(start(person, operation, address, command));
    }

    public <C, R> Future<R> start(Person person, @Nullable String operation, Address<C, R> address, C command) {
        return bus.call(address, new Call<>(person.actor(), operation, command));
    }

    public <C, R> Problem refused(Person person, Address<C, R> address, C command) {
        return problem(start(person, null, address, command));
    }

    public static Problem problem(Future<?> future) {
        Throwable failure = catchThrowable(() -> await(future));
        assertThat(failure).isInstanceOf(Problem.class);
        return (Problem) failure;
    }

    /** The events of a log, each as {@code type data}; but for notifications, which come at moments of their own. */
    public List<String> events(Log log) {
        List<String> events = new ArrayList<>();
        for (Row row : sql(
                "SELECT type, data::text AS data FROM journal_event WHERE log_id = $1"
                        + " AND type NOT LIKE 'notification.%' ORDER BY seq",
                log.id())) {
            events.add(row.getString("type") + " " + row.getString("data"));
        }
        return events;
    }

    /** The types of the last events of a log. */
    public List<String> lastTypes(Log log, int count) {
        List<String> types =
                events(log).stream().map(event -> event.split(" ")[0]).toList();
        return types.subList(Math.max(0, types.size() - count), types.size());
    }

    public Iterable<Row> sql(String query, Object... values) {
        return await(pool.preparedQuery(query).execute(Tuple.from(values)));
    }

    public Workspace workspace(Person owner, String name) {
        return write(owner, WorkspaceAddresses.CREATE, new CreateWorkspace(null, name, null, null));
    }

    public Invite invite(Person admin, Workspace workspace, Role role) {
        return write(
                admin,
                WorkspaceAddresses.CREATE_INVITE,
                new CreateInvite(workspace.id(), role, null, null, null, null));
    }

    /** Lets somebody in by a link of the owner. */
    public void bringIn(Person owner, Workspace workspace, Person person, Role role) {
        write(
                person,
                WorkspaceAddresses.JOIN,
                new JoinWorkspace(invite(owner, workspace, role).inviteToken()));
    }

    public List<Column> columns(Workspace workspace, Person reader) {
        return await(WorkspaceReads.columns(pool, workspace.id(), reader.id()));
    }

    @Override
    public void close() {
        server.close();
        await(vertx.close());
    }
}
