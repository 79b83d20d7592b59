package io.tandem.accounts;

import io.tandem.http.Api;
import io.tandem.http.Reply;
import io.tandem.http.Request;
import io.tandem.http.Routes;
import io.tandem.journal.Written;
import io.tandem.platform.Bus;
import io.tandem.platform.Call;
import io.vertx.core.Future;
import java.util.function.Supplier;

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
        api.on("login", this::login);
        api.on("refresh", request -> bus.ask(AccountAddresses.REFRESH, request.body(Refresh.class))
                .map(Reply::ok));
        api.on("logout", AccountAddresses.LOGOUT, request -> request.body(Logout.class), written -> Reply.noContent());
        api.on("getMe", AccountAddresses.READ_ME, request -> new ReadMe(), Reply::ok);
        api.on("changeMe", this::change);
    }

    private Future<Reply> login(Request request) {
        Login command = request.body(Login.class);
        Guess guess = new Guess(Emails.folded(command.email()), request.source().network());
        return guarded(guess, () -> bus.ask(AccountAddresses.LOGIN, command)).map(Reply::ok);
    }

    private Future<Reply> change(Request request) {
        Call<ChangeMe> call = request.call(request.body(ChangeMe.class));
        Guess guess = new Guess(call.actor().id().toString(), request.source().network());
        Supplier<Future<Written<User>>> change = () -> bus.call(AccountAddresses.CHANGE_ME, call);
        return (call.command().needsPassword() ? guarded(guess, change) : change.get())
                .map(written -> Reply.ok(written.answer()));
    }

    /** What needs a password goes slower with every wrong one; what failed for another reason was no guess. */
    private <T> Future<T> guarded(Guess guess, Supplier<Future<T>> way) {
        return bus.ask(AccountAddresses.GUESS, guess).compose(may -> way.get()
                .onSuccess(right -> bus.tell(AccountAddresses.GUESSED_RIGHT, guess))
                .onFailure(failure -> {
                    if (!Sessions.isWrongCredentials(failure)) bus.tell(AccountAddresses.NOT_GUESSED, guess);
                }));
    }
}
