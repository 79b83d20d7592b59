package io.tandem;

import io.tandem.accounts.AccountAddresses;
import io.tandem.accounts.AccountRoutes;
import io.tandem.accounts.AccountsVerticle;
import io.tandem.accounts.GuessesVerticle;
import io.tandem.accounts.Keys;
import io.tandem.accounts.Secrets;
import io.tandem.accounts.Tokens;
import io.tandem.activity.ActivityRoutes;
import io.tandem.activity.ActivityVerticle;
import io.tandem.activity.SeenArrivals;
import io.tandem.cluster.ClusterVerticle;
import io.tandem.http.AttemptsVerticle;
import io.tandem.http.HttpVerticle;
import io.tandem.http.MetricsVerticle;
import io.tandem.http.Mount;
import io.tandem.http.Routes;
import io.tandem.http.Seats;
import io.tandem.journal.Journal;
import io.tandem.journal.JournalVerticle;
import io.tandem.live.LiveMeters;
import io.tandem.live.LiveRoutes;
import io.tandem.live.LiveSockets;
import io.tandem.live.LiveVerticle;
import io.tandem.live.Rights;
import io.tandem.live.SessionHomes;
import io.tandem.mail.MailVerticle;
import io.tandem.notifications.MailingVerticle;
import io.tandem.notifications.NotificationRoutes;
import io.tandem.notifications.NotificationsVerticle;
import io.tandem.notifications.ReaderVerticle;
import io.tandem.notifications.UnsubscribeRoutes;
import io.tandem.platform.Announcement;
import io.tandem.platform.Bus;
import io.tandem.platform.Database;
import io.tandem.platform.Meters;
import io.tandem.platform.Settings;
import io.tandem.presence.MemberWhereabouts;
import io.tandem.presence.PresenceAddresses;
import io.tandem.presence.PresenceRoutes;
import io.tandem.presence.PresenceVerticle;
import io.tandem.search.SearchRoutes;
import io.tandem.search.SearchVerticle;
import io.tandem.snapshots.ShelfVerticle;
import io.tandem.snapshots.SnapshotRoutes;
import io.tandem.snapshots.SnapshotsVerticle;
import io.tandem.tasks.CommentRoutes;
import io.tandem.tasks.TaskCreatesVerticle;
import io.tandem.tasks.TaskDepartures;
import io.tandem.tasks.TaskRoutes;
import io.tandem.tasks.TasksVerticle;
import io.tandem.workspaces.InviteRoutes;
import io.tandem.workspaces.MemberAppearances;
import io.tandem.workspaces.WorkspaceAddresses;
import io.tandem.workspaces.WorkspaceAddresses.Membership;
import io.tandem.workspaces.WorkspaceRoutes;
import io.tandem.workspaces.WorkspacesVerticle;
import io.vertx.core.Context;
import io.vertx.core.Deployable;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.sqlclient.Pool;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One running Tandem on a migrated database: its verticles, in the order in which they need each other. */
public final class Instance {

    private final Vertx vertx;
    private final Settings settings;
    private final Meters meters;
    private final Pool pool;
    private final Bus bus;
    private final Journal journal;
    private final SessionHomes homes = new SessionHomes();
    private final LiveMeters liveMeters;
    private final Instant startedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private @Nullable String door;
    private int port;

    private Instance(Vertx vertx, Settings settings, Meters meters, Pool pool) {
        this.vertx = vertx;
        this.settings = settings;
        this.meters = meters;
        this.pool = pool;
        this.bus = new Bus(vertx, settings.limits().requestSeconds(), meters);
        this.journal = new Journal(pool, bus);
        this.liveMeters = new LiveMeters(meters);
    }

    /**
     * Starts everything; succeeds once the port is open.
     *
     * @param databaseUri of a migrated database
     * @param meters the same that this Vert.x measures into
     */
    public static Future<Instance> start(Vertx vertx, Settings settings, String databaseUri, Meters meters) {
        return start(vertx, settings, databaseUri, meters, contract(vertx));
    }

    /** Reads the API's description: takes a while, and may begin before there is a database. */
    static Future<OpenAPIContract> contract(Vertx vertx) {
        return OpenAPIContract.from(vertx, "openapi.yaml");
    }

    static Future<Instance> start(
            Vertx vertx, Settings settings, String databaseUri, Meters meters, Future<OpenAPIContract> contract) {
        Bus.prepare(vertx);
        Pool pool = Database.pool(vertx, databaseUri, settings.database());
        Instance instance = new Instance(vertx, settings, meters, pool);
        return contract.compose(api -> Keys.load(pool, settings.auth()).compose(keys -> instance.deploy(api, keys)))
                .map(instance);
    }

    /** Those who listen for whether the others are heard stand before the cluster, which tells it when it changes. */
    private Future<Void> deploy(OpenAPIContract contract, Keys keys) {
        Secrets secrets = new Secrets(keys);
        Tokens tokens = new Tokens(vertx, bus, keys, settings.auth());
        return one(new JournalVerticle(pool, bus, settings, meters))
                .compose(done ->
                        some(() -> new AccountsVerticle(pool, bus, journal, settings, keys, new MemberAppearances())))
                .compose(done -> some(() -> new WorkspacesVerticle(
                        pool,
                        bus,
                        journal,
                        settings,
                        secrets,
                        new TaskDepartures(),
                        new SeenArrivals(),
                        new MemberWhereabouts(pool, bus))))
                .compose(done -> some(() -> new TasksVerticle(pool, bus, journal, settings)))
                .compose(done -> one(new TaskCreatesVerticle(bus, journal, settings)))
                .compose(done -> some(() -> new SearchVerticle(pool, bus, settings)))
                .compose(done -> some(() -> new ActivityVerticle(pool, bus, journal)))
                .compose(done -> one(new PresenceVerticle(pool, bus, journal, settings, meters, startedAt)))
                .compose(done -> some(() -> new NotificationsVerticle(pool, bus, journal)))
                .compose(done -> one(new ReaderVerticle(pool, bus, journal, settings, secrets, meters)))
                .compose(done -> one(new MailingVerticle(pool, bus, journal, settings, secrets)))
                .compose(done -> one(new ShelfVerticle(pool, bus, settings, meters)))
                .compose(done -> some(() -> new SnapshotsVerticle(pool, bus, settings)))
                .compose(done -> one(new MailVerticle(pool, settings, meters)))
                .compose(done -> one(new LiveVerticle(bus, settings)))
                .compose(done -> one(new AttemptsVerticle(bus, settings.limits())))
                .compose(done -> one(new GuessesVerticle(bus, settings.limits())))
                .compose(done -> one(new ClusterVerticle(bus, settings, meters, startedAt, announcements())))
                .compose(done -> open(contract, tokens));
    }

    /** What instances tell each other beside events. */
    private static List<Announcement<?>> announcements() {
        return List.of(AccountAddresses.CHANGED, PresenceAddresses.TYPING, PresenceAddresses.SHARED);
    }

    private Future<Void> open(OpenAPIContract contract, Tokens tokens) {
        List<Routes> routes = List.of(
                new AccountRoutes(bus),
                new WorkspaceRoutes(),
                new InviteRoutes(bus, settings),
                new TaskRoutes(),
                new CommentRoutes(),
                new SearchRoutes(),
                new ActivityRoutes(bus),
                new PresenceRoutes(),
                new NotificationRoutes(),
                new UnsubscribeRoutes(bus),
                new SnapshotRoutes(),
                new LiveRoutes(bus, settings, meters, liveMeters, startedAt));
        Mount.Factory sockets = (loop, context) -> sockets(loop, context, tokens);
        Seats seats = new Seats(settings.limits().connections());
        HttpVerticle.Parts parts =
                new HttpVerticle.Parts(contract, bus, settings, meters, pool, tokens, seats, routes, sockets);
        return vertx.deployVerticle(() -> new HttpVerticle(parts, opened -> port = opened), onEveryLoop())
                .onSuccess(id -> door = id)
                .compose(id -> metrics());
    }

    private Future<Void> metrics() {
        boolean own = settings.metrics().port() > 0;
        return own ? one(new MetricsVerticle(meters, settings.metrics())) : Future.succeededFuture();
    }

    private Mount sockets(Vertx loop, Context context, Tokens tokens) {
        Rights rights = (user, workspace) -> bus.ask(WorkspaceAddresses.ACCESS, new Membership(user, workspace));
        LiveSockets sockets = new LiveSockets(loop, context, homes, bus, settings, liveMeters, tokens, rights);
        return new Mount() {
            @Override
            public void mount(io.vertx.ext.web.Router router) {
                sockets.mount(router);
            }

            @Override
            public void goodbye() {
                sockets.goodbye(onEveryLoop().getInstances());
            }
        };
    }

    private Future<Void> one(Deployable verticle) {
        return vertx.deployVerticle(verticle, new DeploymentOptions()).mapEmpty();
    }

    private Future<Void> some(Supplier<? extends Deployable> verticle) {
        return vertx.deployVerticle(verticle, onEveryLoop()).mapEmpty();
    }

    private static DeploymentOptions onEveryLoop() {
        return new DeploymentOptions().setInstances(Runtime.getRuntime().availableProcessors());
    }

    /** The port it listens on: the configured one, or the one that was free. */
    public int port() {
        return port;
    }

    public Bus bus() {
        return bus;
    }

    /**
     * Is not ready any more, and for {@code shutdown.notice_ms} nothing but that; then takes nothing new, answers what is
     * under way and tells the sockets to come back.
     */
    public Future<Void> drain() {
        bus.tell(HttpVerticle.DRAINING, true);
        return noticed().compose(done -> door == null ? Future.succeededFuture() : vertx.undeploy(door));
    }

    private Future<Void> noticed() {
        int noticeMs = settings.shutdown().noticeMs();
        return noticeMs == 0
                ? Future.succeededFuture()
                : vertx.timer(noticeMs, TimeUnit.MILLISECONDS).mapEmpty();
    }

    /**
     * Takes leave of the other instances and lets go of the database. Whoever is not answered by then will not be:
     * {@link #drain} first.
     */
    public Future<Void> stop() {
        List<Future<Void>> verticles =
                vertx.deploymentIDs().stream().map(vertx::undeploy).toList();
        return Future.join(verticles).eventually(pool::close).mapEmpty();
    }
}
