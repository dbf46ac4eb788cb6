-- from from.sql to to.sql, for sqlite 3.40
-- 9 steps: 1 breaking, 8 safe

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
CREATE TABLE "a 'b" ("c ""d" INT NOT NULL DEFAULT 1, [e f] TEXT, `select` INT);

-- 6. rebuild table "a 'b": breaking
--    fails on rows of "a 'b" where "c ""d" IS NULL
--    breaks writers: column "a 'b"."c ""d" takes no nulls any more
--    note: readers and writers of "a 'b" wait while it is written anew (its size is not known)
--    locks the database (EXCLUSIVE)
--    rewrites "a 'b"
--    reads all of "a 'b"
--    a row here means that it fails: SELECT 1 FROM "a 'b" WHERE "c ""d" IS NULL LIMIT 1
INSERT OR ABORT INTO "a 'b" ("c ""d", "e f", "select", rowid)
SELECT "c ""d", "e f", "select", rowid
FROM "rutter_old_a 'b";

-- 7. rebuild table "a 'b": safe
--    locks the database (EXCLUSIVE)
DROP TABLE "rutter_old_a 'b";

-- 8. create index "on": safe
--    note: readers and writers of "a 'b" wait while it is indexed (its size is not known)
--    locks the database (EXCLUSIVE)
--    reads all of "a 'b"
--    builds "on"
CREATE INDEX "on" ON "a 'b" ("select");

COMMIT;

-- 9. rebuild table "a 'b": safe
PRAGMA foreign_keys = ON;
