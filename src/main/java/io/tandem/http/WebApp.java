package io.tandem.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.FileSystemAccess;
import io.vertx.ext.web.handler.StaticHandler;

/**
 * The web app out of the jar. Files under {@code /assets} carry a hash in their name and never change; every address that
 * is none of the server's is one of the app's.
 *
 * <p>Its folder in the jar has a name no folder of the sources has: Vert.x looks in the directory the server was started in
 * first, and from the root of the repository it would serve the sources.
 */
final class WebApp {

    private static final long ONE_YEAR_SECONDS = 31_536_000;

    private WebApp() {}

    static void mount(Router router) {
        StaticHandler files = StaticHandler.create(FileSystemAccess.RELATIVE, "tandem-web")
                .setCachingEnabled(false)
                .setIncludeHidden(false);
        page(router, "/*").handler(WebApp::stay);
        page(router, "/assets/*")
                .handler(WebApp::keep)
                .handler(StaticHandler.create(FileSystemAccess.RELATIVE, "tandem-web/assets")
                        .setMaxAgeSeconds(ONE_YEAR_SECONDS));
        page(router, "/assets/*").handler(context -> context.fail(404));
        page(router, "/openapi.yaml").handler(context -> document(context, "openapi.yaml"));
        page(router, "/asyncapi.yaml").handler(context -> document(context, "asyncapi.yaml"));
        page(router, "/").handler(WebApp::index);
        page(router, "/*")
                .handler(WebApp::isPage)
                .handler(files)
                .handler(WebApp::goOn)
                .handler(WebApp::index);
    }

    private static Route page(Router router, String path) {
        return router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD);
    }

    /** No file has two dots in a row, and Vert.x fails over an address that leads above the files and ends there. */
    private static void stay(RoutingContext context) {
        if (context.normalizedPath().contains("..")) context.fail(404);
        else goOn(context);
    }

    /** Vert.x fails over a file for somebody who has gone. */
    private static void goOn(RoutingContext context) {
        if (!context.response().closed()) context.next();
    }

    private static void keep(RoutingContext context) {
        context.addHeadersEndHandler(end -> {
            if (context.response().getStatusCode() == 200) {
                context.response().putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable");
            }
        });
        context.next();
    }

    private static void document(RoutingContext context, String name) {
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/yaml")
                .sendFile(name);
    }

    private static void isPage(RoutingContext context) {
        String path = context.normalizedPath();
        if (path.equals("/api") || path.startsWith("/api/") || path.startsWith("/health") || path.startsWith("/live"))
            context.fail(404);
        else context.next();
    }

    /** No address of the app has a dot in its last part: that is the name of a file which is not there. */
    private static void index(RoutingContext context) {
        String path = context.normalizedPath();
        if (path.lastIndexOf('.') > path.lastIndexOf('/')) {
            context.fail(404);
            return;
        }
        context.response()
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
                .sendFile("tandem-web/index.html")
                .onFailure(missing -> context.fail(404));
    }
}
