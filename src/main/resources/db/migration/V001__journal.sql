-- The numbered event log. One row of journal_head per log: a workspace's, or a person's own (then the id is the person's).
CREATE TABLE journal_head (
  log_id   uuid PRIMARY KEY,
  personal boolean NOT NULL,
  epoch    uuid NOT NULL DEFAULT gen_random_uuid(),
  seq      bigint NOT NULL DEFAULT 0,
  -- events up to this one are no longer kept
  pruned   bigint NOT NULL DEFAULT 0
) WITH (fillfactor = 50); -- updated by every change: room for the new version on the same page

CREATE TABLE journal_event (
  log_id       uuid NOT NULL,
  seq          bigint NOT NULL,
  type         text NOT NULL,
  at           timestamptz NOT NULL,
  actor_id     uuid NOT NULL,
  actor_name   text NOT NULL,
  operation_id text,
  data         json NOT NULL, -- json, not jsonb: a replayed event is byte for byte the live one
  changes      json,
  PRIMARY KEY (log_id, seq)
);
CREATE INDEX journal_event_at ON journal_event USING brin (at);

CREATE TABLE journal_operation (
  actor_id     uuid NOT NULL,
  operation_id text NOT NULL,
  fingerprint  bytea NOT NULL,
  log_id       uuid NOT NULL,
  seq          bigint NOT NULL,
  result       json NOT NULL,
  at           timestamptz NOT NULL,
  PRIMARY KEY (actor_id, operation_id)
);
CREATE INDEX journal_operation_at ON journal_operation USING brin (at);
