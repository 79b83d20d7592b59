package io.tandem.accounts;

import io.tandem.platform.Actor;
import io.tandem.platform.Address;
import io.tandem.platform.Authenticator;
import io.tandem.platform.Bus;
import io.tandem.platform.Problem;
import io.tandem.platform.Settings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.JWTOptions;
import io.vertx.ext.auth.PubSecKeyOptions;
import io.vertx.ext.auth.authentication.TokenCredentials;
import io.vertx.ext.auth.jwt.JWTAuth;
import io.vertx.ext.auth.jwt.JWTAuthOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Access tokens: JWT, HS256, claims {@code sub} (person), {@code sid} (session), {@code exp}, {@code iat}, {@code iss}. The
 * signature alone lets nobody in: the session is asked for each time, so that signing out takes hold before a token runs out.
 */
public final class Tokens implements Authenticator {

    private static final String ISSUER = "tandem";

    private final JWTAuth jwt;
    private final Bus bus;
    private final Duration lifetime;

    public Tokens(Vertx vertx, Bus bus, Keys keys, Settings.Auth settings) {
        this.bus = bus;
        lifetime = Duration.ofMinutes(settings.accessTokenMinutes());
        jwt = JWTAuth.create(
                vertx,
                new JWTAuthOptions()
                        .addPubSecKey(
                                new PubSecKeyOptions().setAlgorithm("HS256").setBuffer(keys.jwt()))
                        .setJWTOptions(new JWTOptions().setIssuer(ISSUER)));
    }

    SignedIn sign(User user, UUID sessionId, String refreshToken) {
        String accessToken = jwt.generateToken(
                new JsonObject().put("sid", sessionId.toString()),
                new JWTOptions()
                        .setAlgorithm("HS256")
                        .setIssuer(ISSUER)
                        .setSubject(user.id().toString())
                        .setExpiresInSeconds((int) lifetime.toSeconds()));
        return new SignedIn(user, accessToken, refreshToken, lifetime.toSeconds());
    }

    @Override
    public Future<Identity> authenticate(String accessToken) {
        return identity(accessToken, AccountAddresses.SESSION);
    }

    @Override
    public Future<Identity> confirm(String accessToken) {
        return identity(accessToken, AccountAddresses.SESSION_NOW);
    }

    private Future<Identity> identity(String accessToken, Address<UUID, Actor> session) {
        return jwt.authenticate(new TokenCredentials(accessToken))
                .recover(failure -> Future.failedFuture(unauthorized()))
                .map(Claims::of)
                .compose(claims -> bus.ask(session, claims.sessionId()).map(actor -> identity(actor, claims)));
    }

    private static Identity identity(Actor actor, Claims claims) {
        if (!actor.id().equals(claims.userId())) throw unauthorized();
        return new Identity(actor, claims.expiresAt());
    }

    static Problem unauthorized() {
        return Problem.unauthorized("This access token is not valid, or its session has ended.");
    }

    private record Claims(UUID userId, UUID sessionId, Instant expiresAt) {

        /** A token of this issuer that lacks a claim was signed by somebody else with the same secret. */
        static Claims of(io.vertx.ext.auth.User known) {
            try {
                JsonObject claims = known.principal();
                return new Claims(
                        UUID.fromString(claims.getString("sub", "")),
                        UUID.fromString(claims.getString("sid", "")),
                        // Vert.x moves the times out of the principal
                        Instant.ofEpochSecond(known.attributes().getLong("exp")));
            } catch (IllegalArgumentException | ClassCastException | NullPointerException e) {
                throw unauthorized();
            }
        }
    }
}
