package io.tandem.http;

import io.tandem.http.Scarce.Attempt;
import io.tandem.platform.Authenticator;
import io.tandem.platform.Authenticator.Identity;
import io.tandem.platform.Bus;
import io.tandem.platform.IpAddress;
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
import java.util.Optional;
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
    private final Bus bus;
    private final RequestRates rates;
    private final ExactRequest exact = new ExactRequest();

    private ApiRouter(HttpVerticle.Parts parts) {
        authenticator = parts.authenticator();
        bus = parts.bus();
        rates = new RequestRates(parts.settings().limits().requestsPerMinute());
    }

    static Router create(Vertx vertx, Api api, HttpVerticle.Parts parts) {
        OpenAPIContract contract = parts.contract();
        int bodyBytesMax = parts.settings().limits().bodyBytes();
        RouterBuilder builder = RouterBuilder.create(vertx, contract, new ApiRouter(parts)::admit);
        Map<String, Function<Request, Future<Reply>>> handlers = new HashMap<>(api.handlers());
        for (OpenAPIRoute route : builder.getRoutes()) {
            Operation operation = route.getOperation();
            requireRight(operation);
            requireLimit(operation);
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

    private static void requireLimit(Operation operation) {
        if (operation.getExtensions().containsKey("x-limit") && limit(operation).isEmpty())
            throw new IllegalStateException("No such limit for " + operation.getOperationId());
    }

    private static Optional<Scarce> limit(Operation operation) {
        return Optional.ofNullable(operation.getExtensions().get("x-limit")).flatMap(Scarce::of);
    }

    /** Who are you comes before does it fit: strangers learn nothing of what would. */
    private Future<ValidatableRequest> admit(RoutingContext context, Operation operation) {
        context.put(Request.OPERATION, operation.getOperationId());
        return identify(context, operation)
                .compose(known -> attempt(context, operation))
                .compose(may -> exact.extractValidatableRequest(context, operation));
    }

    /** Whoever brings a bad token is a stranger. */
    private Future<Void> identify(RoutingContext context, Operation operation) {
        IpAddress network = Source.of(context).network();
        if (PUBLIC.equals(right(operation))) return rates.countStranger(network);
        return authenticate(context)
                .recover(unknown -> rates.countStranger(network).compose(counted -> Future.failedFuture(unknown)))
                .compose(identity -> rates.countPerson(identity.actor().id()));
    }

    /** What is scarce is counted for the whole instance. */
    private Future<Boolean> attempt(RoutingContext context, Operation operation) {
        IpAddress network = Source.of(context).network();
        return limit(operation)
                .map(what -> bus.ask(Scarce.TRY, new Attempt(what, network)))
                .orElse(Future.succeededFuture(true));
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
