-- from to.sql to from.sql, for sqlite 3.40
-- 11 steps: 11 safe

-- 1. rebuild table pallet: safe
PRAGMA foreign_keys = OFF;

BEGIN IMMEDIATE;

-- 2. rebuild table pallet: safe
PRAGMA legacy_alter_table = ON;

-- 3. rebuild table pallet: safe
--    locks the database (EXCLUSIVE)
ALTER TABLE pallet RENAME TO rutter_old_pallet;

-- 4. rebuild table pallet: safe
PRAGMA legacy_alter_table = OFF;

-- 5. rebuild table pallet: safe
--    locks the database (EXCLUSIVE)
CREATE TABLE pallet (
  weight INTEGER, -- in grams, rounded up
  note TEXT,
  height INTEGER
);

-- 6. rebuild table pallet: safe
--    note: readers and writers of pallet wait while it is written anew (its size is not known)
--    locks the database (EXCLUSIVE)
--    rewrites pallet
--    reads all of pallet
--    undo: conditional: what is written to pallet.note meanwhile
--    a row here means that it is not exact: SELECT 1 FROM pallet WHERE note IS NOT NULL LIMIT 1
INSERT OR ABORT INTO pallet (weight, height, rowid)
SELECT weight, height, rowid
FROM rutter_old_pallet;

-- 7. rebuild table pallet: safe
--    locks the database (EXCLUSIVE)
DROP TABLE rutter_old_pallet;

-- 8. create column crate.label: safe
--    locks the database (RESERVED)
--    undo: conditional: what is written to crate.label meanwhile
--    a row here means that it is not exact: SELECT 1 FROM crate WHERE label IS NOT NULL LIMIT 1
ALTER TABLE crate ADD COLUMN label TEXT;

-- 9. create column crate.depth: safe
--    locks the database (RESERVED)
--    undo: conditional: what is written to crate.depth meanwhile
--    a row here means that it is not exact: SELECT 1 FROM crate WHERE depth IS NOT NULL LIMIT 1
ALTER TABLE crate ADD COLUMN depth INTEGER;

-- 10. create column parcel.note: safe
--    locks the database (RESERVED)
--    undo: conditional: what is written to parcel.note meanwhile
--    a row here means that it is not exact: SELECT 1 FROM parcel WHERE note IS NOT NULL LIMIT 1
ALTER TABLE parcel ADD COLUMN note TEXT;

COMMIT;

-- 11. rebuild table pallet: safe
PRAGMA foreign_keys = ON;
