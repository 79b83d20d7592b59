package io.tandem.accounts;

import io.tandem.platform.Check;

/** Signs in. */
public record Login(String email, String password) {

    public Login {
        Check check = new Check();
        email = check.line("email", email, 254);
        Passwords.checkGiven(check, "password", password);
        check.done();
    }

    /** Without the password: messages end up in logs. */
    @Override
    public String toString() {
        return "Login[email=" + email + "]";
    }
}
