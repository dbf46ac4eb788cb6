-- from to.sql to from.sql, for sqlite 3.40
-- 18 steps: 18 safe

-- 1. drop trigger book.shelved: safe
--    locks the database (RESERVED)
DROP TRIGGER shelved;

-- 2. drop trigger shelf.empty: safe
--    locks the database (RESERVED)
DROP TRIGGER empty;

-- 3. drop view rooms: safe
--    locks the database (RESERVED)
DROP VIEW rooms;

-- 4. drop index shelf_room: safe
--    locks the database (RESERVED)
DROP INDEX shelf_room;

-- 5. rebuild table shelf: safe
--    locks the database (EXCLUSIVE)
ALTER TABLE shelf RENAME TO rutter_old_shelf;

-- 6. rebuild table book: safe
--    locks the database (EXCLUSIVE)
ALTER TABLE book RENAME TO rutter_old_book;

-- 7. rebuild table shelf: safe
--    locks the database (EXCLUSIVE)
CREATE TABLE shelf (id INTEGER PRIMARY KEY AUTOINCREMENT, room TEXT);

-- 8. rebuild table book: safe
--    locks the database (EXCLUSIVE)
CREATE TABLE book (id INTEGER PRIMARY KEY, shelf INT REFERENCES shelf (id) ON DELETE CASCADE);

-- 9. rebuild table shelf: safe
--    note: readers and writers of shelf wait while it is written anew (its size is not known)
--    note: readers of column shelf.room may find nulls
--    note: rows written without shelf.room get null
--    locks the database (EXCLUSIVE)
--    rewrites shelf
--    reads all of shelf
--    builds "PRIMARY KEY (id)"
--    undo: conditional: nulls written meanwhile keep NOT NULL from coming back
--    a row here means that it is not exact: SELECT 1 FROM shelf WHERE room IS NULL LIMIT 1
INSERT OR ABORT INTO shelf (id, room)
SELECT id, room
FROM rutter_old_shelf;

-- 10. rebuild table shelf: safe
--    locks the database (EXCLUSIVE)
DELETE FROM sqlite_sequence WHERE name = 'shelf';

-- 11. rebuild table shelf: safe
--    locks the database (EXCLUSIVE)
INSERT INTO sqlite_sequence (name, seq) SELECT 'shelf', seq FROM sqlite_sequence WHERE name = 'rutter_old_shelf';

-- 12. rebuild table book: safe
--    note: readers and writers of book wait while it is written anew (its size is not known)
--    locks the database (EXCLUSIVE)
--    rewrites book
--    reads all of book
--    builds "PRIMARY KEY (id)"
INSERT OR ABORT INTO book (id, shelf)
SELECT id, shelf
FROM rutter_old_book;

-- 13. create index shelf_room: safe
--    note: readers and writers of shelf wait while it is indexed (its size is not known)
--    locks the database (EXCLUSIVE)
--    reads all of shelf
--    builds shelf_room
CREATE INDEX shelf_room ON shelf (room);

-- 14. create view rooms: safe
--    locks the database (RESERVED)
CREATE VIEW rooms AS SELECT DISTINCT room FROM shelf;

-- 15. create trigger book.shelved: safe
--    locks the database (RESERVED)
CREATE TRIGGER shelved AFTER INSERT ON book BEGIN UPDATE shelf SET room = room WHERE id = new.shelf; END;

-- 16. create trigger shelf.empty: safe
--    locks the database (RESERVED)
CREATE TRIGGER empty BEFORE DELETE ON shelf BEGIN DELETE FROM book WHERE shelf = old.id; END;

-- 17. rebuild table book: safe
--    locks the database (EXCLUSIVE)
DROP TABLE rutter_old_book;

-- 18. rebuild table shelf: safe
--    locks the database (EXCLUSIVE)
DROP TABLE rutter_old_shelf;
