-- from from.sql to to.sql, for sqlite 3.40
-- 15 steps: 3 breaking, 12 safe

-- 1. rebuild table crate: safe
PRAGMA foreign_keys = OFF;

BEGIN IMMEDIATE;

-- 2. drop column pallet.note: breaking
--    loses the values of pallet.note
--    breaks readers and writers: column pallet.note is gone
--    note: readers and writers of pallet wait while it is written anew (its size is not known)
--    locks the database (EXCLUSIVE)
--    rewrites pallet
--    reads all of pallet
--    undo: loses data: the values of pallet.note
ALTER TABLE pallet DROP COLUMN note;

-- 3. rebuild table crate: safe
PRAGMA legacy_alter_table = ON;

-- 4. rebuild table crate: safe
--    locks the database (EXCLUSIVE)
ALTER TABLE crate RENAME TO rutter_old_crate;

-- 5. rebuild table crate: safe
PRAGMA legacy_alter_table = OFF;

-- 6. rebuild table crate: safe
--    locks the database (EXCLUSIVE)
CREATE TABLE crate (
  -- in grams, rounded up
  weight INTEGER,
  height INTEGER -- in millimetres, outside
);

-- 7. rebuild table crate: breaking
--    loses the values of crate.depth
--    loses the values of crate.label
--    breaks readers and writers: column crate.depth is gone
--    breaks readers and writers: column crate.label is gone
--    note: readers and writers of crate wait while it is written anew (its size is not known)
--    note: readers and writers of crate wait while it is written anew (its size is not known)
--    note: readers and writers of crate wait while it is written anew (its size is not known)
--    locks the database (EXCLUSIVE)
--    rewrites crate
--    reads all of crate
--    undo: loses data: the values of crate.depth
INSERT OR ABORT INTO crate (weight, height, rowid)
SELECT weight, height, rowid
FROM rutter_old_crate;

-- 8. rebuild table crate: safe
--    locks the database (EXCLUSIVE)
DROP TABLE rutter_old_crate;

-- 9. rebuild table parcel: safe
PRAGMA legacy_alter_table = ON;

-- 10. rebuild table parcel: safe
--    locks the database (EXCLUSIVE)
ALTER TABLE parcel RENAME TO rutter_old_parcel;

-- 11. rebuild table parcel: safe
PRAGMA legacy_alter_table = OFF;

-- 12. rebuild table parcel: safe
--    locks the database (EXCLUSIVE)
CREATE TABLE parcel (
  weight INTEGER, -- in grams, rounded up
  CHECK (weight > 0),
  CHECK (weight < 30000)
);

-- 13. rebuild table parcel: breaking
--    loses the values of parcel.note
--    breaks readers and writers: column parcel.note is gone
--    note: readers and writers of parcel wait while it is written anew (its size is not known)
--    note: readers and writers of parcel wait while it is written anew (its size is not known)
--    locks the database (EXCLUSIVE)
--    rewrites parcel
--    reads all of parcel
--    undo: loses data: the values of parcel.note
INSERT OR ABORT INTO parcel (weight, rowid)
SELECT weight, rowid
FROM rutter_old_parcel;

-- 14. rebuild table parcel: safe
--    locks the database (EXCLUSIVE)
DROP TABLE rutter_old_parcel;

COMMIT;

-- 15. rebuild table crate: safe
PRAGMA foreign_keys = ON;
