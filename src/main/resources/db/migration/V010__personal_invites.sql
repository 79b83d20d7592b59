-- An invite for one person: only the account with this address may redeem it.
ALTER TABLE workspaces_invite ADD COLUMN email text; -- as typed
CREATE INDEX workspaces_invite_personal ON workspaces_invite (created_by, created_at) WHERE email IS NOT NULL;
