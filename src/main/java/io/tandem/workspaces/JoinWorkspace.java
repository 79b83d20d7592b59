package io.tandem.workspaces;

import io.tandem.platform.Check;

/** Joins a workspace by its invite. */
public record JoinWorkspace(String inviteToken) {

    public JoinWorkspace {
        Check check = new Check();
        inviteToken = check.line("invite_token", inviteToken, 128);
        check.done();
    }

    /** Without the token: messages end up in logs. */
    @Override
    public String toString() {
        return "JoinWorkspace[]";
    }
}
