package io.tandem.accounts;

import io.tandem.platform.Check;

/** Makes an account. */
public record Register(String email, String password, String name) {

    public Register {
        Check check = new Check();
        email = Emails.check(check, email);
        Passwords.checkNew(check, password);
        name = check.line("name", name, 100);
        check.done();
    }

    /** Without the password: messages end up in logs. */
    @Override
    public String toString() {
        return "Register[email=" + email + "]";
    }
}
