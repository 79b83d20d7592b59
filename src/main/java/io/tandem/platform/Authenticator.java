package io.tandem.platform;

import io.vertx.core.Future;
import java.time.Instant;

/** Says who a token stands for. */
public interface Authenticator {

    /**
     * @param expiresAt when the token runs out
     */
    record Identity(Actor actor, Instant expiresAt) {}

    /** Fails with {@code unauthorized} (401) for a token that is forged, run out, or whose session has ended. */
    Future<Identity> authenticate(String accessToken);

    /** The same past every memory: the session lives at this moment. */
    Future<Identity> confirm(String accessToken);
}
