package io.tandem.accounts;

import io.tandem.journal.Written;
import io.tandem.platform.Actor;
import io.tandem.platform.Address;
import io.tandem.platform.Announcement;
import java.util.UUID;

/** Where accounts are asked. */
public final class AccountAddresses {

    /** Questions: nobody is signed in yet. */
    public static final Address<Register, SignedIn> REGISTER = new Address<>("accounts.register", Register.class);

    public static final Address<Login, SignedIn> LOGIN = new Address<>("accounts.login", Login.class);
    public static final Address<Refresh, SignedIn> REFRESH = new Address<>("accounts.refresh", Refresh.class);

    /** A question: whether a password may be tried now; {@code too_many_requests} where not. */
    static final Address<Guess, Boolean> GUESS = new Address<>("accounts.guess", Guess.class);

    /** Told when a password that was tried is the right one, with the {@link Guess}. */
    static final String GUESSED_RIGHT = "accounts.guessed_right";

    /** Told when nobody found out whether it is the right one, with the {@link Guess}. */
    static final String NOT_GUESSED = "accounts.not_guessed";

    public static final Address<Logout, Written<SessionEnded>> LOGOUT = new Address<>("accounts.logout", Logout.class);
    public static final Address<ReadMe, User> READ_ME = new Address<>("accounts.read_me", ReadMe.class);
    public static final Address<ChangeMe, Written<User>> CHANGE_ME =
            new Address<>("accounts.change_me", ChangeMe.class);

    /** A question: whether a person administers this installation. */
    public static final Address<UUID, Boolean> IS_ADMIN = new Address<>("accounts.is_admin", UUID.class);

    /** A question: who a session belongs to now; {@code unauthorized} where it has ended. */
    static final Address<UUID, Actor> SESSION = new Address<>("accounts.session", UUID.class);

    /** The same question, answered by the database and not from memory. */
    static final Address<UUID, Actor> SESSION_NOW = new Address<>("accounts.session_now", UUID.class);

    /** Told when a person changed or one of their sessions ended, with the person's id. */
    public static final Announcement<UUID> CHANGED = new Announcement<>("accounts.changed", UUID.class);

    private AccountAddresses() {}
}
