-- From here on a seal covers the token and the time of an edit too; edits that were sealed without them stay as they are.
-- Never changed once released: what comes later is a file of its own.

ALTER TABLE subsidia_edit ADD COLUMN seal_format INTEGER DEFAULT 1 NOT NULL;
