CREATE TYPE workspaces_role AS ENUM ('viewer', 'member', 'admin', 'owner');

CREATE TABLE workspaces_workspace (
  id          uuid PRIMARY KEY,
  name        text NOT NULL,
  description text NOT NULL DEFAULT '',
  settings    json NOT NULL DEFAULT '{}',
  created_by  uuid NOT NULL REFERENCES accounts_user,
  created_at  timestamptz NOT NULL,
  updated_at  timestamptz NOT NULL,
  version     bigint NOT NULL DEFAULT 1
);

CREATE TABLE workspaces_member (
  workspace_id uuid NOT NULL REFERENCES workspaces_workspace ON DELETE CASCADE,
  user_id      uuid NOT NULL REFERENCES accounts_user ON DELETE CASCADE,
  role         workspaces_role NOT NULL,
  joined_at    timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, user_id)
);
CREATE INDEX workspaces_member_user ON workspaces_member (user_id);
-- Two transfers at once cannot make two owners, whatever the code does.
CREATE UNIQUE INDEX workspaces_member_owner ON workspaces_member (workspace_id) WHERE role = 'owner';

CREATE TABLE workspaces_column (
  id           uuid PRIMARY KEY,
  workspace_id uuid NOT NULL REFERENCES workspaces_workspace ON DELETE CASCADE,
  name         text NOT NULL,
  rank         text COLLATE "C" NOT NULL,
  done         boolean NOT NULL,
  CONSTRAINT workspaces_column_rank_key UNIQUE (workspace_id, rank)
);

CREATE TABLE workspaces_invite (
  id           uuid PRIMARY KEY,
  workspace_id uuid NOT NULL REFERENCES workspaces_workspace ON DELETE CASCADE,
  token_hash   bytea NOT NULL UNIQUE,
  role         workspaces_role NOT NULL,
  max_uses     integer,
  uses         integer NOT NULL DEFAULT 0,
  expires_at   timestamptz NOT NULL,
  email_domain text,
  created_by   uuid NOT NULL REFERENCES accounts_user,
  created_at   timestamptz NOT NULL,
  revoked_at   timestamptz
);
CREATE INDEX workspaces_invite_workspace ON workspaces_invite (workspace_id);
