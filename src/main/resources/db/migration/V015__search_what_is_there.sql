-- On its own, behind the commit of the triggers: tasks are made meanwhile, and what a trigger has written is newer. What is deleted
-- meanwhile is locked first, and left out where that comes too late.
INSERT INTO search_task (task_id, title, words)
  SELECT t.id, search_words(t.title), search_words(t.title) || search_words(t.description)
    || array_to_tsvector(ARRAY[t.log_id::text, '#' || t.number])
  FROM tasks_task t FOR KEY SHARE OF t
ON CONFLICT DO NOTHING;
INSERT INTO search_comment (comment_id, words)
  SELECT c.id, search_words(c.text) || array_to_tsvector(ARRAY[t.log_id::text])
  FROM tasks_comment c JOIN tasks_task t ON t.id = c.task_id FOR KEY SHARE OF c
ON CONFLICT DO NOTHING;
