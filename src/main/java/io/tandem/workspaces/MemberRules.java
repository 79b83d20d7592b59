package io.tandem.workspaces;

import io.tandem.platform.Problem;

/** Nobody acts on or grants above their own role, and a workspace has exactly one owner at any time. */
final class MemberRules {

    private MemberRules() {}

    /** Fails with {@code forbidden}, {@code last_owner} or {@code validation_failed}. */
    static void checkChange(Role acting, Role present, Role wanted) {
        checkActsOn(acting, present);
        if (present == Role.OWNER && wanted != Role.OWNER) throw lastOwner();
        if (present != wanted) checkGrant(acting, wanted);
    }

    /** Fails with {@code forbidden} or {@code last_owner}. */
    static void checkRemoval(Role acting, Role present) {
        checkActsOn(acting, present);
        checkLeaving(present);
    }

    /** Fails with {@code last_owner}. */
    static void checkLeaving(Role leaving) {
        if (leaving == Role.OWNER) throw lastOwner();
    }

    /** Fails with {@code forbidden}, or {@code validation_failed} where an owner would make another. */
    static void checkGrant(Role acting, Role granted) {
        if (granted.isAbove(acting)) {
            throw Problem.forbidden("As " + acting.word() + " you cannot make anybody " + granted.word() + ".");
        }
        if (granted == Role.OWNER) {
            throw Problem.invalid("/role", "There is one owner. Transfer the workspace to make it somebody else.");
        }
    }

    private static void checkActsOn(Role acting, Role present) {
        if (present.isAbove(acting)) {
            throw Problem.forbidden("As " + acting.word() + " you cannot change the " + present.word() + ".");
        }
    }

    private static Problem lastOwner() {
        return Problem.of(409, "last_owner", "A workspace always has an owner. Transfer it to another member first.");
    }
}
