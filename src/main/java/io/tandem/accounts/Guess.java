package io.tandem.accounts;

import io.tandem.platform.IpAddress;

/**
 * Somebody tries a password.
 *
 * @param account its e-mail address in lower case, whether there is such an account or not, or the id of who is signed in
 * @param network where it comes from
 */
record Guess(String account, IpAddress network) {

    /** Without the account: messages end up in logs. */
    @Override
    public String toString() {
        return "Guess[]";
    }
}
