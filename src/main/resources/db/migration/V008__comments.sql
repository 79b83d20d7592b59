CREATE TABLE tasks_comment (
  id         uuid PRIMARY KEY,
  task_id    uuid NOT NULL REFERENCES tasks_task ON DELETE CASCADE,
  author_id  uuid NOT NULL REFERENCES accounts_user,
  text       text NOT NULL,
  -- no references: whoever was mentioned stays mentioned
  mentions   uuid[] NOT NULL,
  created_at timestamptz NOT NULL,
  edited_at  timestamptz
);
-- Pages of a task's comments, and the way to them when it goes.
CREATE INDEX tasks_comment_list ON tasks_comment (task_id, created_at, id);

ALTER TABLE tasks_task ADD COLUMN comment_count integer NOT NULL DEFAULT 0;
-- A task may be asked for again under its operation id: what was answered then had no comments yet.
UPDATE journal_operation SET result = (result::jsonb || '{"comment_count": 0}')::json
  WHERE (result -> 'checklist') IS NOT NULL AND (result -> 'comment_count') IS NULL;
