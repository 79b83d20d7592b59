-- Text as the search compares it: words of letters and digits between blanks, in lower case, without accents. It depends on
-- no extension and not on the locale of the database. Fold in Java does the same to what is looked for.
CREATE FUNCTION search_fold(given text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  folded text := lower(given COLLATE "C");
BEGIN
  IF octet_length(given) = char_length(given) THEN RETURN regexp_replace(folded, '[^0-9a-z]+', ' ', 'g'); END IF;
  folded := normalize(regexp_replace(normalize(folded, NFKD), '[\u0300-\u036f]+', '', 'g'), NFC);
  folded := lower(lower(folded COLLATE "C") COLLATE "default");
  -- The locale C knows no capitals but those of English.
  IF folded ~ '[ØŁĐÐĦÆŒΑ-ΩА-ЯЂ-ЏҐ]' THEN
    folded := translate(folded, 'ØŁĐÐĦÆŒΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЂЄЅІЈЉЊЋЏҐ',
      'øłđðħæœαβγδεζηθικλμνξοπρστυφχψωабвгдежзийклмнопрстуфхцчшщъыьэюяђєѕіјљњћџґ');
  END IF;
  folded := translate(replace(replace(replace(folded, 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'øłđðħıς', 'olddhiσ');
  -- No blanks stand between words in Chinese and Japanese: every character is one.
  folded := regexp_replace(folded, '([\u3005-\u3007\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])', ' \1 ', 'g');
  -- What is no letter, mark or digit. PostgreSQL's own idea of it depends on the locale.
  RETURN regexp_replace(folded, '[\u0001-/:-@[-`{-\u00bf×÷\u0589\u05be\u05c0\u05c3\u05f3\u05f4\u060c\u061b\u061f\u066a-\u066d\u06d4\u0964\u0965'
    '\u2000-\u2bff\u2e00-\u3004\u3008-\u3040\ue000-\uf8ff\ufd3e\ufd3f\ufe00-\ufe6f\ufff0-\uffff\U0001d800-\U0001ffff]+', ' ', 'g');
END $$;

-- What the index keeps of a text. Words of 255 characters and more are nothing anybody looks for, and the rest of what folds to
-- more than 150,000 is left out: so it stays under the megabyte a tsvector may have, and no change ever fails because of it.
CREATE FUNCTION search_words(given text) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  folded text := left(search_fold(given), 150000);
BEGIN
  IF folded ~ '[^ ]{255}' THEN folded := regexp_replace(folded, '[^ ]{255}[^ ]*', ' ', 'g'); END IF;
  RETURN to_tsvector('simple', folded);
END $$;

-- Beside the tasks and not in their rows: a task that is moved, assigned or completed is not indexed anew.
CREATE TABLE search_task (
  task_id uuid PRIMARY KEY REFERENCES tasks_task ON DELETE CASCADE,
  title   tsvector NOT NULL,
  -- of the title and the description; with the id of the log and the number (#12), which no text folds to
  words   tsvector NOT NULL
);
CREATE TABLE search_comment (
  comment_id uuid PRIMARY KEY REFERENCES tasks_comment ON DELETE CASCADE,
  -- of the text, with the id of the log
  words      tsvector NOT NULL
);
CREATE INDEX search_task_words ON search_task USING gin (words);
CREATE INDEX search_comment_words ON search_comment USING gin (words);

-- Triggers, because an older Tandem that still runs beside this one knows nothing of the search.
CREATE FUNCTION search_index_task() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  of_title tsvector := search_words(NEW.title);
BEGIN
  INSERT INTO search_task (task_id, title, words) VALUES (NEW.id, of_title,
    of_title || search_words(NEW.description) || array_to_tsvector(ARRAY[NEW.log_id::text, '#' || NEW.number]))
  ON CONFLICT (task_id) DO UPDATE SET title = excluded.title, words = excluded.words;
  RETURN NULL;
END $$;
CREATE TRIGGER search_task_created AFTER INSERT ON tasks_task FOR EACH ROW EXECUTE FUNCTION search_index_task();
CREATE TRIGGER search_task_updated AFTER UPDATE OF title, description ON tasks_task FOR EACH ROW
  WHEN (old.title IS DISTINCT FROM new.title OR old.description IS DISTINCT FROM new.description)
  EXECUTE FUNCTION search_index_task();

CREATE FUNCTION search_index_comment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO search_comment (comment_id, words)
    SELECT NEW.id, search_words(NEW.text) || array_to_tsvector(ARRAY[t.log_id::text]) FROM tasks_task t WHERE t.id = NEW.task_id
  ON CONFLICT (comment_id) DO UPDATE SET words = excluded.words;
  RETURN NULL;
END $$;
CREATE TRIGGER search_comment_created AFTER INSERT ON tasks_comment FOR EACH ROW EXECUTE FUNCTION search_index_comment();
CREATE TRIGGER search_comment_updated AFTER UPDATE OF text ON tasks_comment FOR EACH ROW
  WHEN (old.text IS DISTINCT FROM new.text) EXECUTE FUNCTION search_index_comment();
