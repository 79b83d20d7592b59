package io.tandem.workspaces;

import io.tandem.accounts.Secrets;
import io.tandem.journal.Journal;
import io.tandem.mail.Outbox;
import io.tandem.platform.Bus;
import io.tandem.platform.Gathering;
import io.tandem.platform.Problem;
import io.tandem.platform.Settings;
import io.tandem.workspaces.WorkspaceAddresses.Membership;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.sqlclient.Pool;

/** Serves the addresses of workspaces. */
public final class WorkspacesVerticle extends VerticleBase {

    private final Pool pool;
    private final Bus bus;
    private final Journal journal;
    private final Settings.Limits limits;
    private final InviteReads invites;
    private final Outbox outbox;
    private final Departures departures;
    private final Arrivals arrivals;
    private final Whereabouts whereabouts;

    public WorkspacesVerticle(
            Pool pool,
            Bus bus,
            Journal journal,
            Settings settings,
            Secrets secrets,
            Departures departures,
            Arrivals arrivals,
            Whereabouts whereabouts) {
        this.pool = pool;
        this.bus = bus;
        this.journal = journal;
        this.limits = settings.limits();
        this.invites = new InviteReads(secrets, settings.publicUrl());
        this.outbox = new Outbox(settings);
        this.departures = departures;
        this.arrivals = arrivals;
        this.whereabouts = whereabouts;
    }

    @Override
    public Future<?> start() {
        serveWorkspaces(new Workspaces(pool, journal, arrivals, limits));
        serveMembers(new Members(pool, journal, departures, whereabouts));
        serveColumns(new Columns(journal, departures, limits));
        InviteLetters letters = new InviteLetters(outbox, invites);
        serveInvites(new Invites(pool, journal, invites, letters, limits), new Joining(journal, arrivals, limits));
        serveAccess(new Gathering<>(vertx, asked -> Access.toRead(pool, asked)));
        return Future.succeededFuture();
    }

    private void serveAccess(Gathering<Membership, Role> roles) {
        bus.serveQuestions(
                WorkspaceAddresses.ACCESS, membership -> roles.ask(membership).map(role -> {
                    if (role == null) throw Problem.notFound("workspace");
                    return role;
                }));
    }

    private void serveWorkspaces(Workspaces workspaces) {
        bus.serve(WorkspaceAddresses.LIST, workspaces::list);
        bus.serve(WorkspaceAddresses.READ, workspaces::read);
        bus.serve(WorkspaceAddresses.CREATE, workspaces::create);
        bus.serve(WorkspaceAddresses.REPLACE, workspaces::replace);
        bus.serve(WorkspaceAddresses.DELETE, workspaces::delete);
    }

    private void serveMembers(Members members) {
        bus.serve(WorkspaceAddresses.LIST_MEMBERS, members::list);
        bus.serve(WorkspaceAddresses.CHANGE_MEMBER, members::changeRole);
        bus.serve(WorkspaceAddresses.REMOVE_MEMBER, members::remove);
        bus.serve(WorkspaceAddresses.LEAVE, members::leave);
        bus.serve(WorkspaceAddresses.TRANSFER, members::transfer);
    }

    private void serveColumns(Columns columns) {
        bus.serve(WorkspaceAddresses.CREATE_COLUMN, columns::create);
        bus.serve(WorkspaceAddresses.CHANGE_COLUMN, columns::change);
        bus.serve(WorkspaceAddresses.MOVE_COLUMN, columns::move);
        bus.serve(WorkspaceAddresses.DELETE_COLUMN, columns::delete);
    }

    private void serveInvites(Invites invites, Joining joining) {
        bus.serve(WorkspaceAddresses.LIST_INVITES, invites::list);
        bus.serve(WorkspaceAddresses.CREATE_INVITE, invites::create);
        bus.serve(WorkspaceAddresses.REVOKE_INVITE, invites::revoke);
        bus.serveQuestions(WorkspaceAddresses.PREVIEW_INVITE, invites::preview);
        bus.serve(WorkspaceAddresses.JOIN, joining::join);
    }
}
