package io.tandem.accounts;

import io.tandem.platform.Check;

/** Changes a refresh token for a fresh pair. */
public record Refresh(String refreshToken) {

    public Refresh {
        Check check = new Check();
        refreshToken = check.line("refresh_token", refreshToken, 1000);
        check.done();
    }

    /** Without the token: messages end up in logs. */
    @Override
    public String toString() {
        return "Refresh[]";
    }
}
