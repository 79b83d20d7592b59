package io.tandem.workspaces;

import io.tandem.accounts.Secrets;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads of invites, for whoever tells people of them. */
public final class InviteReads {

    private static final String PURPOSE = "invite";

    private final Secrets secrets;
    private final String origin;

    /** @param publicUrl the address people use, without a slash at its end */
    public InviteReads(Secrets secrets, Optional<URI> publicUrl) {
        this.secrets = secrets;
        this.origin = publicUrl.map(URI::toString).orElse("");
    }

    /** Somebody with an account whom an invite is for. */
    public record Invited(UUID userId, UUID workspaceId, Role role) {}

    /**
     * Whom an invite is for; null where it is for anybody, for somebody without an account or in the workspace already, or
     * does not let anybody in any more.
     */
    public Future<@Nullable Invited> invited(SqlClient sql, UUID inviteId) {
        return InviteStore.invited(sql, inviteId, Instant.now());
    }

    /** The page that redeems an invite; a path alone where {@code public.url} is not set. For nobody's eyes but the invited's. */
    public String url(UUID inviteId) {
        return origin + path(inviteId);
    }

    String path(UUID inviteId) {
        return "/join/" + token(inviteId);
    }

    /** Derived from the invite's id, not kept. */
    String token(UUID inviteId) {
        return secrets.derive(PURPOSE, inviteId);
    }
}
