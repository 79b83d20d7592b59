package io.tandem.platform;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.PromiseInternal;
import io.vertx.core.spi.context.storage.ContextLocal;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which request and which socket the present work belongs to, so that a line in the log can say it. It stays with the
 * Vert.x context of the request, and {@link Bus} takes it along to whoever serves the question.
 *
 * @param requestId of an HTTP request
 * @param connectionId of a live socket
 */
public record Trace(@Nullable String requestId, @Nullable String connectionId) {

    public static final Trace NONE = new Trace(null, null);

    /** Registered before there is a Vert.x: see {@link TraceProvider}. */
    private static final ContextLocal<Trace> LOCAL = ContextLocal.registerLocal(Trace.class);

    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final String REQUEST = "request_id";
    private static final String CONNECTION = "connection_id";

    /** Of the work under way; {@link #NONE} outside of any. */
    public static Trace current() {
        Context context = Vertx.currentContext();
        Trace trace = context == null ? null : LOCAL.get(context);
        return trace == null ? NONE : trace;
    }

    /**
     * Begins the work on a request.
     *
     * @param wished what the client calls it; passed over where it could do harm in a log
     * @return what it is called
     */
    public static String begin(@Nullable String wished) {
        String id = wished != null && REQUEST_ID.matcher(wished).matches()
                ? wished
                : Ids.next().toString();
        new Trace(id, null).stay();
        return id;
    }

    /** A context beside the current one, on the same event loop, for everything that is done for a socket. */
    public static Context ofConnection(Context loop, UUID connectionId) {
        ContextInternal own = ((ContextInternal) loop).duplicate();
        LOCAL.put(own, new Trace(current().requestId(), connectionId.toString()));
        return own;
    }

    /** Does something at once, on the caller's event loop, as work of such a context. */
    public static void within(Context context, Runnable work) {
        ((ContextInternal) context).dispatch(work);
    }

    /** The same future for whoever shares it with others: what is done with its answer stays the present work. */
    static <T> Future<T> within(Future<T> shared) {
        if (!(Vertx.currentContext() instanceof ContextInternal own)) return shared;
        PromiseInternal<T> here = own.promise();
        shared.onComplete(here);
        return here.future();
    }

    boolean isNone() {
        return requestId == null && connectionId == null;
    }

    void writeTo(DeliveryOptions options) {
        if (requestId != null) options.addHeader(REQUEST, requestId);
        if (connectionId != null) options.addHeader(CONNECTION, connectionId);
    }

    /** What came with a message holds for the work on it. */
    static void resume(MultiMap headers) {
        if (!headers.isEmpty()) new Trace(headers.get(REQUEST), headers.get(CONNECTION)).stay();
    }

    /** Never on the context of a whole event loop, where all work would be taken for this. */
    private void stay() {
        Context context = Vertx.currentContext();
        if (context instanceof ContextInternal own && own.isDuplicate()) LOCAL.put(own, this);
    }
}
