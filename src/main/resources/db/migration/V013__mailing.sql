-- When somebody last got a mail about something new: the next one waits a while.
ALTER TABLE notifications_person ADD COLUMN mailed_at timestamptz;

-- When the next digest of somebody is due, and from what that was worked out: another rhythm, hour or time zone is
-- another moment.
CREATE TABLE notifications_digest (
  user_id   uuid PRIMARY KEY REFERENCES accounts_user ON DELETE CASCADE,
  rhythm    text NOT NULL,
  hour      smallint NOT NULL,
  time_zone text NOT NULL,
  next_at   timestamptz NOT NULL,
  -- up to when the last one told, and the day it was for where the person lives
  last_at   timestamptz,
  last_day  date
);
CREATE INDEX notifications_digest_next ON notifications_digest (next_at);
CREATE INDEX notifications_person_digest ON notifications_person (user_id) WHERE digest <> 'off';
