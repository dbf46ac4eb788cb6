-- from to.sql to from.sql, for sqlite 3.40
-- 14 steps: 1 breaking, 13 safe

-- 1. rebuild table pause: safe
PRAGMA foreign_keys = OFF;

BEGIN IMMEDIATE;

-- 2. rebuild table pause: safe
PRAGMA legacy_alter_table = ON;

-- 3. rebuild table pause: safe
--    locks the database (EXCLUSIVE)
ALTER TABLE pause RENAME TO rutter_old_pause;

-- 4. rebuild table pause: safe
PRAGMA legacy_alter_table = OFF;

-- 5. rebuild table pause: safe
--    locks the database (EXCLUSIVE)
CREATE TABLE pause (starts INTEGER, CONSTRAINT later CHECK (starts >= 0));

-- 6. rebuild table pause: breaking
--    loses the values of pause.ends
--    breaks readers and writers: column pause.ends is gone
--    note: readers and writers of pause wait while it is written anew (its size is not known)
--    note: readers and writers of pause wait while it is written anew (its size is not known)
--    locks the database (EXCLUSIVE)
--    rewrites pause
--    reads all of pause
--    undo: loses data: the values of pause.ends
INSERT OR ABORT INTO pause (starts, rowid)
SELECT starts, rowid
FROM rutter_old_pause;

-- 7. rebuild table pause: safe
--    locks the database (EXCLUSIVE)
DROP TABLE rutter_old_pause;

-- 8. rebuild table shift: safe
PRAGMA legacy_alter_table = ON;

-- 9. rebuild table shift: safe
--    locks the database (EXCLUSIVE)
ALTER TABLE shift RENAME TO rutter_old_shift;

-- 10. rebuild table shift: safe
PRAGMA legacy_alter_table = OFF;

-- 11. rebuild table shift: safe
--    locks the database (EXCLUSIVE)
CREATE TABLE shift (starts INTEGER, ends INTEGER CHECK (starts >= 0));

-- 12. rebuild table shift: safe
--    note: readers and writers of shift wait while it is written anew (its size is not known)
--    locks the database (EXCLUSIVE)
--    rewrites shift
--    reads all of shift
--    undo: conditional: what is written to shift.ends meanwhile
--    a row here means that it is not exact: SELECT 1 FROM shift WHERE ends IS NOT NULL LIMIT 1
INSERT OR ABORT INTO shift (starts, rowid)
SELECT starts, rowid
FROM rutter_old_shift;

-- 13. rebuild table shift: safe
--    locks the database (EXCLUSIVE)
DROP TABLE rutter_old_shift;

COMMIT;

-- 14. rebuild table pause: safe
PRAGMA foreign_keys = ON;
