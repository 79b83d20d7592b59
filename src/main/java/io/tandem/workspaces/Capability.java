package io.tandem.workspaces;

/** The permission table: what somebody may do in a workspace, and from which role on. */
public enum Capability {
    READ(Role.VIEWER),
    WRITE_TASKS(Role.MEMBER),
    WRITE_LABELS(Role.MEMBER),
    WRITE_COMMENTS(Role.MEMBER),
    MODERATE_COMMENTS(Role.ADMIN),
    CHANGE_COLUMNS(Role.ADMIN),
    CHANGE_WORKSPACE(Role.ADMIN),
    INVITE(Role.ADMIN),
    CHANGE_MEMBERS(Role.ADMIN),
    TRANSFER(Role.OWNER),
    DELETE_WORKSPACE(Role.OWNER);

    final Role from;

    Capability(Role from) {
        this.from = from;
    }
}
