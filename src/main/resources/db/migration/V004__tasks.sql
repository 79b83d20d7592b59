CREATE TYPE tasks_priority AS ENUM ('none', 'low', 'medium', 'high', 'urgent');

-- log_id: the workspace, or for a personal task its owner; workspace_id is null there.
CREATE TABLE tasks_counter (
  log_id       uuid PRIMARY KEY,
  workspace_id uuid REFERENCES workspaces_workspace ON DELETE CASCADE,
  last_number  bigint NOT NULL DEFAULT 0,
  tasks        bigint NOT NULL DEFAULT 0
) WITH (fillfactor = 50);

CREATE TABLE tasks_task (
  id             uuid PRIMARY KEY,
  log_id         uuid NOT NULL,
  workspace_id   uuid REFERENCES workspaces_workspace ON DELETE CASCADE,
  number         bigint NOT NULL,
  title          text NOT NULL,
  description    text NOT NULL,
  column_id      uuid REFERENCES workspaces_column,
  rank           text COLLATE "C" NOT NULL,
  priority       tasks_priority NOT NULL,
  due_at         timestamptz,
  assigned_to    uuid REFERENCES accounts_user,
  labels         uuid[] NOT NULL,
  checklist      json NOT NULL,
  version        bigint NOT NULL,
  -- which version changed a field last: {"title": 3}
  field_versions json NOT NULL,
  created_by     uuid NOT NULL REFERENCES accounts_user,
  created_at     timestamptz NOT NULL,
  updated_at     timestamptz NOT NULL,
  completed_at   timestamptz
);
-- Two changes that picked the same place at once: the second finds out here, looks again and picks another.
CREATE UNIQUE INDEX tasks_task_rank_key ON tasks_task (log_id, coalesce(column_id, log_id), rank);
-- Pages of a workspace's list, and the way to its tasks when it goes.
CREATE INDEX tasks_task_list ON tasks_task (workspace_id, rank, id);
CREATE INDEX tasks_task_assigned ON tasks_task (assigned_to) WHERE assigned_to IS NOT NULL;
CREATE INDEX tasks_task_column ON tasks_task (column_id);

CREATE TABLE tasks_label (
  id           uuid PRIMARY KEY,
  workspace_id uuid NOT NULL REFERENCES workspaces_workspace ON DELETE CASCADE,
  name         text NOT NULL,
  color        text NOT NULL
);
CREATE UNIQUE INDEX tasks_label_name_key ON tasks_label (workspace_id, lower(name));
