package io.tandem.accounts;

import io.tandem.platform.Check;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Changes one's own account; what is null stays.
 *
 * @param currentPassword needed for a new e-mail address or password
 */
public record ChangeMe(
        @Nullable String name,
        @Nullable String timeZone,
        @Nullable String email,
        @Nullable String password,
        @Nullable String currentPassword) {

    public ChangeMe {
        Check check = new Check();
        if (name != null) name = check.line("name", name, 100);
        if (timeZone != null) check.that(isKnown(timeZone), "time_zone", "This is no time zone of the IANA database.");
        if (email != null) email = Emails.check(check, email);
        if (password != null) Passwords.checkNew(check, password);
        if (email != null || password != null) Passwords.checkGiven(check, "current_password", currentPassword);
        check.done();
    }

    private static boolean isKnown(String timeZone) {
        return ZoneId.getAvailableZoneIds().contains(timeZone);
    }

    boolean needsPassword() {
        return email != null || password != null;
    }

    /** Without the passwords: messages end up in logs. */
    @Override
    public String toString() {
        return "ChangeMe[]";
    }
}
