package io.tandem.tasks;

import io.tandem.journal.Journal;
import io.tandem.platform.Bus;
import io.tandem.platform.Settings;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.sqlclient.Pool;

/** Tasks, comments and labels on the bus. */
public final class TasksVerticle extends VerticleBase {

    private final Bus bus;
    private final Tasks tasks;
    private final TaskMoves moves;
    private final Comments comments;
    private final Labels labels;
    private final TaskReads reads;

    public TasksVerticle(Pool pool, Bus bus, Journal journal, Settings settings) {
        this.bus = bus;
        tasks = new Tasks(journal, settings.limits());
        moves = new TaskMoves(journal);
        comments = new Comments(pool, journal, settings.limits());
        labels = new Labels(journal, settings.limits());
        reads = new TaskReads(pool);
    }

    @Override
    public Future<?> start() {
        bus.serve(TaskAddresses.UPDATE, tasks::update);
        bus.serve(TaskAddresses.ASSIGN, tasks::assign);
        bus.serve(TaskAddresses.DELETE, tasks::delete);
        bus.serve(TaskAddresses.MOVE, moves::move);
        bus.serve(TaskAddresses.COMPLETE, moves::complete);
        bus.serve(TaskAddresses.REOPEN, moves::reopen);
        bus.serve(TaskAddresses.GET, reads::get);
        bus.serve(TaskAddresses.LIST, reads::list);
        bus.serve(TaskAddresses.LIST_COMMENTS, comments::list);
        bus.serve(TaskAddresses.CREATE_COMMENT, comments::create);
        bus.serve(TaskAddresses.UPDATE_COMMENT, comments::update);
        bus.serve(TaskAddresses.DELETE_COMMENT, comments::delete);
        bus.serveQuestions(TaskAddresses.SEES, reads::sees);
        bus.serve(TaskAddresses.CREATE_LABEL, labels::create);
        bus.serve(TaskAddresses.UPDATE_LABEL, labels::update);
        bus.serve(TaskAddresses.DELETE_LABEL, labels::delete);
        return Future.succeededFuture();
    }
}
