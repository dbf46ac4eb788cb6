-- from from.sql to to.sql, for sqlite 3.40
-- 9 steps: 1 breaking, 8 safe

-- 1. rebuild table tag: safe
PRAGMA foreign_keys = OFF;

BEGIN IMMEDIATE;

-- 2. rebuild table tag: safe
PRAGMA legacy_alter_table = ON;

-- 3. rebuild table tag: safe
--    locks the database (EXCLUSIVE)
ALTER TABLE tag RENAME TO rutter_old_tag;

-- 4. rebuild table tag: safe
PRAGMA legacy_alter_table = OFF;

-- 5. rebuild table tag: safe
--    locks the database (EXCLUSIVE)
CREATE TABLE tag (id INTEGER PRIMARY KEY, name TEXT COLLATE NOCASE UNIQUE, word TEXT);

-- 6. rebuild table tag: breaking
--    fails on values of tag.name that become equal, which unique tag."UNIQUE (name)" refuses
--    breaks writers: unique tag."UNIQUE (name)" refuses more values as equal
--    note: readers and writers of tag wait while it is written anew (its size is not known)
--    note: the order and equality of the values of tag.name change
--    note: the order and equality of the values of tag.word change
--    locks the database (EXCLUSIVE)
--    rewrites tag
--    reads all of tag
--    builds "PRIMARY KEY (id)", "UNIQUE (name)", tag_word
--    undo: conditional: values of tag.word written meanwhile that become equal, which index tag_word refuses
INSERT OR ABORT INTO tag (id, name, word)
SELECT id, name, word
FROM rutter_old_tag;

-- 7. rebuild table tag: safe
--    locks the database (EXCLUSIVE)
DROP TABLE rutter_old_tag;

-- 8. create index tag_word: safe
--    note: readers and writers of tag wait while it is indexed (its size is not known)
--    locks the database (EXCLUSIVE)
--    reads all of tag
--    builds tag_word
CREATE UNIQUE INDEX tag_word ON tag (word);

COMMIT;

-- 9. rebuild table tag: safe
PRAGMA foreign_keys = ON;
