-- The task an event is about: its activity is read by it.
ALTER TABLE journal_event ADD COLUMN subject_id uuid;
UPDATE journal_event SET subject_id = (data ->> 'id')::uuid WHERE type LIKE 'task.%';
CREATE INDEX journal_event_subject ON journal_event (subject_id, seq) WHERE subject_id IS NOT NULL;
