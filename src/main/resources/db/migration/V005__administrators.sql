-- Administers the installation: the first account does. Where there are accounts already it is the oldest.
ALTER TABLE accounts_user ADD COLUMN admin boolean NOT NULL DEFAULT false;
UPDATE accounts_user SET admin = true WHERE id = (SELECT id FROM accounts_user ORDER BY created_at, id LIMIT 1);
