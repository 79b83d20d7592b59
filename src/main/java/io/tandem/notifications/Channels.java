package io.tandem.notifications;

/**
 * The ways a kind of notification takes.
 *
 * @param inApp it stands in the list, is counted, and told live
 */
public record Channels(boolean inApp, boolean email) {

    static Channels byDefault(Kind kind) {
        return new Channels(true, kind.mailedByDefault);
    }

    boolean none() {
        return !inApp && !email;
    }
}
