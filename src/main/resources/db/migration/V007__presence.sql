-- What is known of people while they are not there. No row: available, and never seen.
CREATE TABLE presence_person (
  user_id      uuid PRIMARY KEY REFERENCES accounts_user ON DELETE CASCADE,
  status       text NOT NULL DEFAULT 'available' CHECK (status IN ('available', 'away', 'do_not_disturb')),
  last_seen_at timestamptz
);
