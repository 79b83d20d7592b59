package io.tandem.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TraceTest {

    private static final Address<String, Trace> WHO = new Address<>("test.who", String.class);
    private static final UUID SOCKET = UUID.randomUUID();

    private Vertx vertx;
    private Bus bus;

    @BeforeEach
    void start() {
        vertx = Vertx.vertx();
        Bus.prepare(vertx);
        bus = new Bus(vertx, 5, new Meters());
        bus.serveQuestions(WHO, any -> Future.succeededFuture(Trace.current()));
    }

    @AfterEach
    void stop() throws Exception {
        vertx.close().await(10, TimeUnit.SECONDS);
    }

    private static <T> T on(Context context, Supplier<Future<T>> work) throws Exception {
        Promise<T> done = Promise.promise();
        context.runOnContext(now -> work.get().onComplete(done));
        return done.future().await(10, TimeUnit.SECONDS);
    }

    private Context request() {
        return ((ContextInternal) vertx.getOrCreateContext()).duplicate();
    }

    @Test
    void a_request_is_known_to_whoever_answers_its_questions() throws Exception {
        Trace seen = on(request(), () -> {
            Trace.begin("report-7");
            return bus.ask(WHO, "");
        });
        assertThat(seen).isEqualTo(new Trace("report-7", null));
    }

    @Test
    void a_socket_is_known_to_whoever_answers_its_questions_and_nobody_else_is() throws Exception {
        Context loop = vertx.getOrCreateContext();
        Trace seen = on(loop, () -> {
            Promise<Trace> answer = Promise.promise();
            Trace.within(
                    Trace.ofConnection(loop, SOCKET), () -> bus.ask(WHO, "").onComplete(answer));
            return answer.future();
        });
        assertThat(seen).isEqualTo(new Trace(null, SOCKET.toString()));
        assertThat(on(loop, () -> bus.ask(WHO, ""))).isEqualTo(Trace.NONE);
    }

    @Test
    void a_whole_event_loop_never_belongs_to_one_request() throws Exception {
        Context loop = vertx.getOrCreateContext();
        on(loop, () -> Future.succeededFuture(Trace.begin("report-7")));
        assertThat(on(loop, () -> Future.succeededFuture(Trace.current()))).isEqualTo(Trace.NONE);
    }

    @Test
    void what_could_do_harm_in_a_log_is_no_id() throws Exception {
        for (String harmful : new String[] {"two\nlines", "\"", "", "x".repeat(65), "\u00e4"}) {
            assertThat(on(request(), () -> Future.succeededFuture(Trace.begin(harmful))))
                    .isNotEqualTo(harmful);
        }
    }
}
