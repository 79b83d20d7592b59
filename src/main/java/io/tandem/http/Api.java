package io.tandem.http;

import io.tandem.platform.Address;
import io.tandem.platform.Bus;
import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Collects the handlers of the contract's operations. */
public final class Api {

    private final Bus bus;
    private final Map<String, Function<Request, Future<Reply>>> handlers = new LinkedHashMap<>();

    Api(Bus bus) {
        this.bus = bus;
    }

    /** Answers an operation with a handler of its own. */
    public void on(String operationId, Function<Request, Future<Reply>> handler) {
        if (handlers.put(operationId, handler) != null) {
            throw new IllegalStateException("Two handlers for " + operationId);
        }
    }

    /** Answers an operation by sending a command over the bus. */
    public <C, R> void on(
            String operationId, Address<C, R> address, Function<Request, C> command, Function<R, Reply> reply) {
        on(operationId, request -> bus.call(address, request.call(command.apply(request)))
                .map(reply));
    }

    Map<String, Function<Request, Future<Reply>>> handlers() {
        return handlers;
    }
}
