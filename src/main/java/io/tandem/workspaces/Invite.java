package io.tandem.workspaces;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A link that lets people in.
 *
 * @param maxUses null: as many as like
 * @param emailDomain only people with an address of this domain; null: anybody
 * @param email only for the account with this address; null: not personal
 * @param inviteToken only in the answer to its creation
 * @param url the page that redeems it; there with the token
 */
public record Invite(
        UUID id,
        Role role,
        @Nullable Integer maxUses,
        int uses,
        Instant expiresAt,
        @Nullable String emailDomain,
        @Nullable String email,
        UUID createdBy,
        Instant createdAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String inviteToken,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String url) {

    Invite withToken(String token) {
        return new Invite(id, role, maxUses, uses, expiresAt, emailDomain, email, createdBy, createdAt, token, url);
    }

    /** @param origin {@code https://tandem.example.org}, without a slash at its end */
    Invite withUrl(String origin) {
        String page = origin + "/join/" + inviteToken;
        return new Invite(
                id, role, maxUses, uses, expiresAt, emailDomain, email, createdBy, createdAt, inviteToken, page);
    }

    /** What everybody in the workspace may hear of it. */
    Told told() {
        return new Told(id, role, uses);
    }

    /** The event's data: never the token. */
    record Told(UUID id, Role role, int uses) {}

    /** Without the token: messages end up in logs. */
    @Override
    public String toString() {
        return "Invite[id=" + id + "]";
    }
}
