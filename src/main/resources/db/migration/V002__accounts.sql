CREATE TABLE accounts_user (
  id            uuid PRIMARY KEY,
  email         text NOT NULL, -- as typed
  name          text NOT NULL,
  password_hash text NOT NULL,
  time_zone     text NOT NULL DEFAULT 'UTC',
  created_at    timestamptz NOT NULL
);
CREATE UNIQUE INDEX accounts_user_email_key ON accounts_user (lower(email));

CREATE TABLE accounts_session (
  id         uuid PRIMARY KEY,
  user_id    uuid NOT NULL REFERENCES accounts_user ON DELETE CASCADE,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX accounts_session_user ON accounts_session (user_id);

-- The refresh tokens of a session, each good for one use. A second use after the grace ends the session.
CREATE TABLE accounts_refresh_token (
  hash       bytea PRIMARY KEY,
  session_id uuid NOT NULL REFERENCES accounts_session ON DELETE CASCADE,
  issued_at  timestamptz NOT NULL,
  used_at    timestamptz
);
CREATE INDEX accounts_refresh_token_session ON accounts_refresh_token (session_id);

-- Secrets made at the first start and kept, one row per purpose.
CREATE TABLE accounts_key (
  purpose text PRIMARY KEY,
  secret  text NOT NULL
);
