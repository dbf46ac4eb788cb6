-- from to.sql to from.sql, for sqlite 3.40
-- 15 steps: 15 safe

-- 1. rebuild table shelf: safe
PRAGMA foreign_keys = OFF;

BEGIN IMMEDIATE;

-- 2. rebuild table shelf: safe
PRAGMA legacy_alter_table = ON;

-- 3. rebuild table shelf: safe
--    locks the database (EXCLUSIVE)
ALTER TABLE shelf RENAME TO rutter_old_shelf;

-- 4. rebuild table shelf: safe
PRAGMA legacy_alter_table = OFF;

-- 5. rebuild table shelf: safe
--    locks the database (EXCLUSIVE)
CREATE TABLE shelf (id INTEGER PRIMARY KEY AUTOINCREMENT, room TEXT);

-- 6. rebuild table shelf: safe
--    note: readers and writers of shelf wait while it is written anew (its size is not known)
--    note: readers of column shelf.room may find nulls
--    note: rows written without shelf.room get null
--    locks the database (EXCLUSIVE)
--    rewrites shelf
--    reads all of shelf
--    builds "PRIMARY KEY (id)", shelf_room
--    undo: conditional: nulls written meanwhile keep NOT NULL from coming back
--    a row here means that it is not exact: SELECT 1 FROM shelf WHERE room IS NULL LIMIT 1
INSERT OR ABORT INTO shelf (id, room)
SELECT id, room
FROM rutter_old_shelf;

-- 7. rebuild table shelf: safe
--    locks the database (EXCLUSIVE)
DELETE FROM sqlite_sequence WHERE name = 'shelf';

-- 8. rebuild table shelf: safe
--    locks the database (EXCLUSIVE)
INSERT INTO sqlite_sequence (name, seq) SELECT 'shelf', seq FROM sqlite_sequence WHERE name = 'rutter_old_shelf';

-- 9. rebuild table shelf: safe
--    locks the database (EXCLUSIVE)
DROP TABLE rutter_old_shelf;

-- 10. create index shelf_room: safe
--    note: readers and writers of shelf wait while it is indexed (its size is not known)
--    locks the database (EXCLUSIVE)
--    reads all of shelf
--    builds shelf_room
CREATE INDEX shelf_room ON shelf (room);

-- 11. create trigger shelf.empty: safe
--    locks the database (RESERVED)
CREATE TRIGGER empty BEFORE DELETE ON shelf BEGIN DELETE FROM book WHERE shelf = old.id; END;

-- 12. rebuild table shelf: safe
CREATE TEMP TABLE rutter_check (violations INTEGER CONSTRAINT "foreign keys refer to rows that are there" CHECK (violations = 0));

-- 13. rebuild table shelf: safe
INSERT INTO temp.rutter_check SELECT count(*) FROM sqlite_master AS t, pragma_foreign_key_check(t.name) WHERE t.type = 'table' AND t.name IN ('book');

-- 14. rebuild table shelf: safe
DROP TABLE temp.rutter_check;

COMMIT;

-- 15. rebuild table shelf: safe
PRAGMA foreign_keys = ON;
