-- from to.sql to from.sql, for sqlite 3.40
-- 8 steps: 8 safe

-- 1. rebuild table "a 'b": safe
PRAGMA foreign_keys = OFF;

BEGIN IMMEDIATE;

-- 2. rebuild table "a 'b": safe
PRAGMA legacy_alter_table = ON;

-- 3. rebuild table "a 'b": safe
--    locks the database (EXCLUSIVE)
ALTER TABLE "a 'b" RENAME TO "rutter_old_a 'b";

-- 4. rebuild table "a 'b": safe
PRAGMA legacy_alter_table = OFF;

-- 5. rebuild table "a 'b": safe
--    locks the database (EXCLUSIVE)
CREATE TABLE "a 'b" ("c ""d" INT, [e f] TEXT, `select` INT);

-- 6. rebuild table "a 'b": safe
--    note: readers and writers of "a 'b" wait while it is written anew (its size is not known)
--    note: readers of column "a 'b"."c ""d" may find nulls
--    note: rows written without "a 'b"."c ""d" get null
--    locks the database (EXCLUSIVE)
--    rewrites "a 'b"
--    reads all of "a 'b"
--    undo: conditional: nulls written meanwhile keep NOT NULL from coming back
--    a row here means that it is not exact: SELECT 1 FROM "a 'b" WHERE "c ""d" IS NULL LIMIT 1
INSERT OR ABORT INTO "a 'b" ("c ""d", "e f", "select", rowid)
SELECT "c ""d", "e f", "select", rowid
FROM "rutter_old_a 'b";

-- 7. rebuild table "a 'b": safe
--    locks the database (EXCLUSIVE)
DROP TABLE "rutter_old_a 'b";

COMMIT;

-- 8. rebuild table "a 'b": safe
PRAGMA foreign_keys = ON;
