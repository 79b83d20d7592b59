-- How far a member has looked in a workspace. It goes with the membership, and begins anew with the next.
CREATE TABLE activity_seen (
  user_id      uuid NOT NULL,
  workspace_id uuid NOT NULL,
  seq          bigint NOT NULL,
  PRIMARY KEY (user_id, workspace_id),
  FOREIGN KEY (workspace_id, user_id) REFERENCES workspaces_member ON DELETE CASCADE
);
-- The way to them when a membership goes.
CREATE INDEX activity_seen_member ON activity_seen (workspace_id, user_id);
-- Whoever is a member already has seen all there was until now.
INSERT INTO activity_seen (user_id, workspace_id, seq)
  SELECT m.user_id, m.workspace_id, h.seq FROM workspaces_member m JOIN journal_head h ON h.log_id = m.workspace_id;
