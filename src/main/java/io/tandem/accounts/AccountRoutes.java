package io.tandem.accounts;

import io.tandem.http.Api;
import io.tandem.http.Reply;
import io.tandem.http.Routes;
import io.tandem.platform.Bus;

/** Accounts over HTTP. */
public final class AccountRoutes implements Routes {

    private final Bus bus;

    public AccountRoutes(Bus bus) {
        this.bus = bus;
    }

    @Override
    public void mount(Api api) {
        api.on("register", request -> bus.ask(AccountAddresses.REGISTER, request.body(Register.class))
                .map(Reply::created));
        api.on("login", request -> bus.ask(AccountAddresses.LOGIN, request.body(Login.class))
                .map(Reply::ok));
        api.on("refresh", request -> bus.ask(AccountAddresses.REFRESH, request.body(Refresh.class))
                .map(Reply::ok));
        api.on("logout", AccountAddresses.LOGOUT, request -> request.body(Logout.class), written -> Reply.noContent());
        api.on("getMe", AccountAddresses.READ_ME, request -> new ReadMe(), Reply::ok);
        api.on(
                "changeMe",
                AccountAddresses.CHANGE_ME,
                request -> request.body(ChangeMe.class),
                written -> Reply.ok(written.answer()));
    }
}
