-- Mails on their way out, put here in the transaction of whatever they tell of.
CREATE TABLE mail_letter (
  id              uuid PRIMARY KEY,
  -- what it is about: put in twice it is one letter
  key             text NOT NULL UNIQUE,
  recipient       text NOT NULL,
  subject         text NOT NULL,
  body_text       text NOT NULL, -- emptied once it is sent, the HTML too
  body_html       text NOT NULL,
  unsubscribe_url text,
  state           text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sending', 'sent', 'failed', 'uncertain')),
  attempts        integer NOT NULL DEFAULT 0,
  created_at      timestamptz NOT NULL DEFAULT now(),
  due_at          timestamptz NOT NULL DEFAULT now(),
  claimed_at      timestamptz,
  ended_at        timestamptz,
  -- what the mail server said the last time
  error           text
);
CREATE INDEX mail_letter_waiting ON mail_letter (due_at) WHERE state = 'waiting';
CREATE INDEX mail_letter_sending ON mail_letter (claimed_at) WHERE state = 'sending';
CREATE INDEX mail_letter_ended ON mail_letter (ended_at) WHERE ended_at IS NOT NULL;
