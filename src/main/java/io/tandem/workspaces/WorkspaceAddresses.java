package io.tandem.workspaces;

import io.tandem.journal.Written;
import io.tandem.platform.Address;
import io.tandem.platform.Page;
import java.util.UUID;

/** Where workspaces are asked. */
public final class WorkspaceAddresses {

    public static final Address<ListWorkspaces, Page<Workspace>> LIST =
            new Address<>("workspaces.list", ListWorkspaces.class);
    public static final Address<ReadWorkspace, Workspace> READ = new Address<>("workspaces.read", ReadWorkspace.class);
    public static final Address<CreateWorkspace, Written<Workspace>> CREATE =
            new Address<>("workspaces.create", CreateWorkspace.class);
    public static final Address<ReplaceWorkspace, Written<Workspace>> REPLACE =
            new Address<>("workspaces.replace", ReplaceWorkspace.class);
    public static final Address<DeleteWorkspace, Written<Gone>> DELETE =
            new Address<>("workspaces.delete", DeleteWorkspace.class);
    public static final Address<TransferWorkspace, Written<Workspace>> TRANSFER =
            new Address<>("workspaces.transfer", TransferWorkspace.class);

    public static final Address<ListMembers, Page<ListedMember>> LIST_MEMBERS =
            new Address<>("workspaces.list_members", ListMembers.class);
    public static final Address<ChangeMember, Written<Member>> CHANGE_MEMBER =
            new Address<>("workspaces.change_member", ChangeMember.class);
    public static final Address<RemoveMember, Written<MemberGone>> REMOVE_MEMBER =
            new Address<>("workspaces.remove_member", RemoveMember.class);
    public static final Address<LeaveWorkspace, Written<MemberGone>> LEAVE =
            new Address<>("workspaces.leave", LeaveWorkspace.class);

    public static final Address<CreateColumn, Written<Column>> CREATE_COLUMN =
            new Address<>("workspaces.create_column", CreateColumn.class);
    public static final Address<ChangeColumn, Written<Column>> CHANGE_COLUMN =
            new Address<>("workspaces.change_column", ChangeColumn.class);
    public static final Address<MoveColumn, Written<Column>> MOVE_COLUMN =
            new Address<>("workspaces.move_column", MoveColumn.class);
    public static final Address<DeleteColumn, Written<Gone>> DELETE_COLUMN =
            new Address<>("workspaces.delete_column", DeleteColumn.class);

    public static final Address<ListInvites, Page<Invite>> LIST_INVITES =
            new Address<>("workspaces.list_invites", ListInvites.class);
    public static final Address<CreateInvite, Written<Invite>> CREATE_INVITE =
            new Address<>("workspaces.create_invite", CreateInvite.class);
    public static final Address<RevokeInvite, Written<Gone>> REVOKE_INVITE =
            new Address<>("workspaces.revoke_invite", RevokeInvite.class);
    public static final Address<JoinWorkspace, Written<Joined>> JOIN =
            new Address<>("workspaces.join", JoinWorkspace.class);

    /** A question: what the link with this token shows to anybody. */
    public static final Address<String, InvitePreview> PREVIEW_INVITE =
            new Address<>("workspaces.preview_invite", String.class);

    /** A question: the person's role; {@code not_found} where they are no member. */
    public static final Address<Membership, Role> ACCESS = new Address<>("workspaces.access", Membership.class);

    private WorkspaceAddresses() {}

    /** Somebody in a workspace. */
    public record Membership(UUID userId, UUID workspaceId) {}
}
