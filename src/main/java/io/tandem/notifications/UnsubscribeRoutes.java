package io.tandem.notifications;

import io.tandem.http.Api;
import io.tandem.http.Reply;
import io.tandem.http.Request;
import io.tandem.http.Routes;
import io.tandem.platform.Address;
import io.tandem.platform.Bus;
import io.vertx.core.Future;

/** The links at the end of mails, over HTTP. */
public final class UnsubscribeRoutes implements Routes {

    private final Bus bus;

    public UnsubscribeRoutes(Bus bus) {
        this.bus = bus;
    }

    private record Subject(Mailed kind) {}

    @Override
    public void mount(Api api) {
        api.on("previewUnsubscribe", request -> ask(UnsubscribeAddresses.PREVIEW, request));
        api.on("unsubscribe", request -> ask(UnsubscribeAddresses.UNSUBSCRIBE, request));
    }

    private Future<Reply> ask(Address<String, Mailed> address, Request request) {
        return bus.ask(address, request.path("token")).map(what -> Reply.ok(new Subject(what)));
    }
}
