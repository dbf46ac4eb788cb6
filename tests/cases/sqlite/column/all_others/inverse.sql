-- from to.sql to from.sql, for sqlite 3.40
-- 8 steps: 1 breaking, 7 safe

-- 1. rebuild table t: safe
PRAGMA foreign_keys = OFF;

BEGIN IMMEDIATE;

-- 2. rebuild table t: safe
PRAGMA legacy_alter_table = ON;

-- 3. rebuild table t: safe
--    locks the database (EXCLUSIVE)
ALTER TABLE t RENAME TO rutter_old_t;

-- 4. rebuild table t: safe
PRAGMA legacy_alter_table = OFF;

-- 5. rebuild table t: safe
--    locks the database (EXCLUSIVE)
CREATE TABLE t (a INT, b TEXT);

-- 6. rebuild table t: breaking
--    loses the values of t.c
--    loses the values of t.d
--    breaks readers and writers: column t.c is gone
--    breaks readers and writers: column t.d is gone
--    note: readers and writers of t wait while it is written anew (its size is not known)
--    note: readers and writers of t wait while it is written anew (its size is not known)
--    note: readers and writers of t wait while it is written anew (its size is not known)
--    locks the database (EXCLUSIVE)
--    rewrites t
--    reads all of t
--    undo: loses data: the values of t.c
INSERT OR ABORT INTO t (rowid)
SELECT rowid
FROM rutter_old_t;

-- 7. rebuild table t: safe
--    locks the database (EXCLUSIVE)
DROP TABLE rutter_old_t;

COMMIT;

-- 8. rebuild table t: safe
PRAGMA foreign_keys = ON;
-- says: to.sql:1:17: note: column t.a is dropped and t.c is created, and they look alike; if it is a rename, write -- @renamed from=a above it, or give --rename t.a=c
-- says:   CREATE TABLE t (c INT, d TEXT);
-- says:                   ^
-- says: to.sql:1:24: note: column t.b is dropped and t.d is created, and they look alike; if it is a rename, write -- @renamed from=b above it, or give --rename t.b=d
-- says:   CREATE TABLE t (c INT, d TEXT);
-- says:                          ^
