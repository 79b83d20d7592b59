package io.tandem.accounts;

/**
 * A session's tokens.
 *
 * @param accessToken a JWT for {@code expiresIn} seconds
 * @param refreshToken good for one use
 */
public record SignedIn(User user, String accessToken, String refreshToken, long expiresIn) {

    /** Without the tokens: messages end up in logs. */
    @Override
    public String toString() {
        return "SignedIn[user=" + user.id() + "]";
    }
}
