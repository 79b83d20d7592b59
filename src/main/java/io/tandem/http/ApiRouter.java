package io.tandem.http;

import io.tandem.platform.Authenticator;
import io.tandem.platform.Authenticator.Identity;
import io.tandem.platform.Problem;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.openapi.router.OpenAPIRoute;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.contract.Path;
import io.vertx.openapi.validation.ValidatableRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The API's router, made from the contract: who are you, does it fit, then the feature. It does not start with an
 * operation that has no handler or states no right, nor with a handler that has no operation.
 */
final class ApiRouter {

    private static final String PUBLIC = "public";
    private static final Set<String> RIGHTS =
            Set.of(PUBLIC, "signed_in", "read", "write", "administer", "own", "administer_installation");
    private static final String BEARER = "Bearer ";

    private final Authenticator authenticator;
    private final ExactRequest exact = new ExactRequest();

    private ApiRouter(Authenticator authenticator) {
        this.authenticator = authenticator;
    }

    static Router create(
            Vertx vertx, OpenAPIContract contract, Api api, Authenticator authenticator, int bodyBytesMax) {
        RouterBuilder builder = RouterBuilder.create(vertx, contract, new ApiRouter(authenticator)::admit);
        Map<String, Function<Request, Future<Reply>>> handlers = new HashMap<>(api.handlers());
        for (OpenAPIRoute route : builder.getRoutes()) {
            Operation operation = route.getOperation();
            requireRight(operation);
            Function<Request, Future<Reply>> handler = handlers.remove(operation.getOperationId());
            if (handler == null) throw new IllegalStateException("No handler for " + operation.getOperationId());
            route.setDoSecurity(false).addHandler(context -> run(context, handler));
        }
        if (!handlers.isEmpty()) throw new IllegalStateException("Not in the contract: " + handlers.keySet());
        Router router = builder.rootHandler(BodyHandler.create(false).setBodyLimit(bodyBytesMax))
                .createRouter();
        router.route("/api/*").handler(context -> refuse(context, contract));
        return router;
    }

    /** No operation took it: the address is unknown, or takes other methods. */
    private static void refuse(RoutingContext context, OpenAPIContract contract) {
        Path path = contract.findPath(context.normalizedPath());
        if (path == null) {
            context.fail(404);
            return;
        }
        String methods = path.getOperations().stream()
                .map(operation -> operation.getHttpMethod().name())
                .collect(Collectors.joining(", "));
        context.response().putHeader(HttpHeaders.ALLOW, methods);
        context.fail(405);
    }

    private static void requireRight(Operation operation) {
        if (!(right(operation) instanceof String word) || !RIGHTS.contains(word)) {
            throw new IllegalStateException("No right stated for " + operation.getOperationId());
        }
    }

    private static @Nullable Object right(Operation operation) {
        return operation.getExtensions().get("x-right");
    }

    /** Who are you comes before does it fit: strangers learn nothing of what would. */
    private Future<ValidatableRequest> admit(RoutingContext context, Operation operation) {
        context.put(Request.OPERATION, operation.getOperationId());
        if (PUBLIC.equals(right(operation))) return exact.extractValidatableRequest(context, operation);
        return authenticate(context).compose(known -> exact.extractValidatableRequest(context, operation));
    }

    private Future<Identity> authenticate(RoutingContext context) {
        String header = context.request().getHeader("Authorization");
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Future.failedFuture(Problem.unauthorized("Sign in first."));
        }
        return authenticator
                .authenticate(header.substring(BEARER.length()).strip())
                .onSuccess(identity -> context.put(Request.ACTOR, identity.actor()));
    }

    private static void run(RoutingContext context, Function<Request, Future<Reply>> handler) {
        try {
            handler.apply(new Request(context))
                    .onSuccess(reply -> Answers.write(context, reply))
                    .onFailure(context::fail);
        } catch (RuntimeException failure) {
            context.fail(failure);
        }
    }
}
