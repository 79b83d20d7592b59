package io.tandem.workspaces;

import io.tandem.accounts.Emails;
import io.tandem.platform.Check;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes a link that lets people in.
 *
 * @param role left out: member
 * @param maxUses null: as many as like, of a personal one a single time
 * @param expiresInHours left out: a week
 * @param emailDomain null: anybody
 * @param email only for the account with this address, which is told; null: not personal
 */
public record CreateInvite(
        UUID workspaceId,
        @Nullable Role role,
        @Nullable Integer maxUses,
        @Nullable Integer expiresInHours,
        @Nullable String emailDomain,
        @Nullable String email) {

    private static final int USES_MAX = 100_000;
    private static final int WEEK_HOURS = 168;
    private static final int YEAR_HOURS = 8_760;

    public CreateInvite {
        Check check = new Check();
        role = Objects.requireNonNullElse(role, Role.MEMBER);
        expiresInHours = Objects.requireNonNullElse(expiresInHours, WEEK_HOURS);
        check.that(
                1 <= expiresInHours && expiresInHours <= YEAR_HOURS,
                "expires_in_hours",
                "An invite is good for 1 to " + YEAR_HOURS + " hours.");
        check.that(
                maxUses == null || (1 <= maxUses && maxUses <= USES_MAX),
                "max_uses",
                "An invite has 1 to " + USES_MAX + " uses.");
        if (emailDomain != null) emailDomain = EmailDomain.check(check, emailDomain);
        if (email != null) {
            email = Emails.check(check, email);
            boolean fits = emailDomain == null || EmailDomain.covers(emailDomain, email);
            check.that(fits, "email_domain", "The e-mail address is of another domain.");
        }
        check.done();
    }

    Role grants() {
        return role == null ? Role.MEMBER : role;
    }

    /** Whoever was removed shall not come in again by what was meant for them once. */
    @Nullable
    Integer usesMax() {
        return email != null && maxUses == null ? Integer.valueOf(1) : maxUses;
    }

    int hours() {
        return expiresInHours == null ? WEEK_HOURS : expiresInHours;
    }
}
