-- from to.sql to from.sql, for sqlite 3.40
-- 8 steps: 8 safe

-- 1. rebuild table c: safe
PRAGMA foreign_keys = OFF;

BEGIN IMMEDIATE;

-- 2. rebuild table c: safe
PRAGMA legacy_alter_table = ON;

-- 3. rebuild table c: safe
--    locks the database (EXCLUSIVE)
ALTER TABLE c RENAME TO rutter_old_c;

-- 4. rebuild table c: safe
PRAGMA legacy_alter_table = OFF;

-- 5. rebuild table c: safe
--    locks the database (EXCLUSIVE)
CREATE TABLE c (p INT);

-- 6. rebuild table c: safe
--    note: readers and writers of c wait while it is written anew (its size is not known)
--    locks the database (EXCLUSIVE)
--    rewrites c
--    reads all of c
--    undo: conditional: rows without their counterpart, written meanwhile, keep it from coming back
--    a row here means that it is not exact: SELECT 1 FROM c c WHERE c.p IS NOT NULL AND NOT EXISTS (SELECT 1 FROM p p WHERE p.id = c.p) LIMIT 1
INSERT OR ABORT INTO c (p, rowid)
SELECT p, rowid
FROM rutter_old_c;

-- 7. rebuild table c: safe
--    locks the database (EXCLUSIVE)
DROP TABLE rutter_old_c;

COMMIT;

-- 8. rebuild table c: safe
PRAGMA foreign_keys = ON;
