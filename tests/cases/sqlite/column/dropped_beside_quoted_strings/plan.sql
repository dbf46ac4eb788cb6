-- from from.sql to to.sql, for sqlite 3.40
-- 8 steps: 1 breaking, 7 safe

-- 1. rebuild table road: safe
PRAGMA foreign_keys = OFF;

BEGIN IMMEDIATE;

-- 2. rebuild table road: safe
PRAGMA legacy_alter_table = ON;

-- 3. rebuild table road: safe
--    locks the database (EXCLUSIVE)
ALTER TABLE road RENAME TO rutter_old_road;

-- 4. rebuild table road: safe
PRAGMA legacy_alter_table = OFF;

-- 5. rebuild table road: safe
--    locks the database (EXCLUSIVE)
CREATE TABLE road (id INTEGER PRIMARY KEY, name TEXT);

-- 6. rebuild table road: breaking
--    loses the values of road.width
--    breaks readers and writers: column road.width is gone
--    note: readers and writers of road wait while it is written anew (its size is not known)
--    note: readers and writers of road wait while it is written anew (its size is not known)
--    locks the database (EXCLUSIVE)
--    rewrites road
--    reads all of road
--    builds "PRIMARY KEY (id)"
--    undo: loses data: the values of road.width
INSERT OR ABORT INTO road (id, name)
SELECT id, name
FROM rutter_old_road;

-- 7. rebuild table road: safe
--    locks the database (EXCLUSIVE)
DROP TABLE rutter_old_road;

COMMIT;

-- 8. rebuild table road: safe
PRAGMA foreign_keys = ON;
