-- How far each workspace's log has been read for notifications. No row: not at all yet.
CREATE TABLE notifications_position (
  log_id uuid PRIMARY KEY,
  seq    bigint NOT NULL
) WITH (fillfactor = 50);
-- What happened before there were notifications is news to nobody.
INSERT INTO notifications_position (log_id, seq) SELECT log_id, seq FROM journal_head WHERE NOT personal;

-- One row: what was committed before this moment has been read, whoever died meanwhile.
CREATE TABLE notifications_sweep (
  one      boolean PRIMARY KEY DEFAULT true CHECK (one),
  swept_at timestamptz NOT NULL
);
INSERT INTO notifications_sweep (swept_at) VALUES (now());
-- The sweep looks at the newest events again and again.
ALTER INDEX journal_event_at SET (autosummarize = on);

-- No row: nothing unread, and everything as it is by default (Preferences.DEFAULT).
CREATE TABLE notifications_person (
  user_id        uuid PRIMARY KEY REFERENCES accounts_user ON DELETE CASCADE,
  unread         integer NOT NULL DEFAULT 0 CHECK (unread >= 0),
  -- by kind what differs from the default: {"assigned": {"in_app": true, "email": false}}
  kinds          json NOT NULL DEFAULT '{}',
  digest         text NOT NULL DEFAULT 'off' CHECK (digest IN ('off', 'daily', 'weekly')),
  digest_hour    smallint NOT NULL DEFAULT 8 CHECK (digest_hour BETWEEN 0 AND 23),
  due_soon_hours smallint NOT NULL DEFAULT 24 CHECK (due_soon_hours BETWEEN 1 AND 168),
  -- since when the oldest notification waits to be mailed; null: none does
  mail_due_at    timestamptz
) WITH (fillfactor = 50);
CREATE INDEX notifications_person_mail ON notifications_person (mail_due_at) WHERE mail_due_at IS NOT NULL;

-- Refers to no workspace and no task: it is history, and outlives them.
CREATE TABLE notifications_notification (
  id           uuid PRIMARY KEY,
  user_id      uuid NOT NULL REFERENCES accounts_user ON DELETE CASCADE,
  kind         text NOT NULL,
  workspace_id uuid, -- null: about a personal task
  task_id      uuid,
  content      json NOT NULL, -- the names, the task, the comment, as they were told
  count        integer NOT NULL DEFAULT 1,
  quiet        boolean NOT NULL,
  in_app       boolean NOT NULL, -- false: for the mail only, in no list and not counted
  mail         text CHECK (mail IN ('wanted', 'done')), -- null: never
  created_at   timestamptz NOT NULL,
  updated_at   timestamptz NOT NULL,
  read_at      timestamptz
);
-- The list: unread first, then newest; and the counter's count.
CREATE INDEX notifications_notification_list ON notifications_notification (user_id, (read_at IS NOT NULL), id DESC);
CREATE INDEX notifications_notification_mail ON notifications_notification (user_id) WHERE mail = 'wanted';
CREATE INDEX notifications_notification_updated ON notifications_notification USING brin (updated_at);

-- Which event told whom of what: the same cause does it once.
CREATE TABLE notifications_cause (
  log_id  uuid NOT NULL,
  seq     bigint NOT NULL,
  user_id uuid NOT NULL,
  kind    text NOT NULL,
  at      timestamptz NOT NULL,
  PRIMARY KEY (log_id, seq, user_id, kind)
);
CREATE INDEX notifications_cause_at ON notifications_cause USING brin (at);

-- Who was reminded of which date of which task: another date is another reminder.
CREATE TABLE notifications_reminder (
  task_id uuid NOT NULL REFERENCES tasks_task ON DELETE CASCADE,
  due_at  timestamptz NOT NULL,
  user_id uuid NOT NULL REFERENCES accounts_user ON DELETE CASCADE,
  PRIMARY KEY (task_id, due_at, user_id)
);
CREATE INDEX tasks_task_due ON tasks_task (due_at) WHERE due_at IS NOT NULL AND completed_at IS NULL;

-- A muted workspace has no task_id; the mute of a task says where the task is, null for a personal one.
CREATE TABLE notifications_mute (
  user_id      uuid NOT NULL REFERENCES accounts_user ON DELETE CASCADE,
  workspace_id uuid,
  task_id      uuid,
  CHECK (workspace_id IS NOT NULL OR task_id IS NOT NULL)
);
CREATE UNIQUE INDEX notifications_mute_key ON notifications_mute (user_id, coalesce(task_id, workspace_id));
