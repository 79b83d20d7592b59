-- The look for words too long to keep costs more than all the rest, and most texts are shorter than such a word.
CREATE OR REPLACE FUNCTION search_words(given text) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  folded text := left(search_fold(given), 150000);
BEGIN
  IF char_length(folded) > 254 AND folded ~ '[^ ]{255}' THEN
    folded := regexp_replace(folded, '[^ ]{255}[^ ]*', ' ', 'g');
  END IF;
  RETURN to_tsvector('simple', folded);
END $$;

-- Tasks that are created together are indexed together, and what goes is forgotten by a trigger instead of a foreign key, which
-- looked every new task up once more.
CREATE FUNCTION search_index_tasks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO search_task (task_id, title, words)
    SELECT id, of_title, of_title || array_to_tsvector(ARRAY[log_id::text, '#' || number])
      || CASE WHEN description = '' THEN '' ELSE search_words(description) END
    FROM (SELECT id, log_id, number, description, search_words(title) AS of_title FROM created OFFSET 0) AS task
  ON CONFLICT (task_id) DO UPDATE SET title = excluded.title, words = excluded.words;
  RETURN NULL;
END $$;
DROP TRIGGER search_task_created ON tasks_task;
CREATE TRIGGER search_task_created AFTER INSERT ON tasks_task REFERENCING NEW TABLE AS created
  FOR EACH STATEMENT EXECUTE FUNCTION search_index_tasks();

CREATE FUNCTION search_forget_tasks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM search_task USING gone WHERE task_id = gone.id;
  RETURN NULL;
END $$;
ALTER TABLE search_task DROP CONSTRAINT search_task_task_id_fkey;
CREATE TRIGGER search_task_deleted AFTER DELETE ON tasks_task REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION search_forget_tasks();
