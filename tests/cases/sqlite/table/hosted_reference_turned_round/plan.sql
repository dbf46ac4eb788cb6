-- from from.sql to to.sql, for sqlite 3.40
-- 5 steps: 1 breaking, 4 safe

-- 1. rebuild table lid: safe
--    locks the database (EXCLUSIVE)
ALTER TABLE lid RENAME TO rutter_old_lid;

-- 2. rebuild table lid: safe
--    locks the database (EXCLUSIVE)
CREATE TABLE lid (id INTEGER PRIMARY KEY, pot INT);

-- 3. rebuild table lid: safe
--    note: readers and writers of lid wait while it is written anew (its size is not known)
--    locks the database (EXCLUSIVE)
--    rewrites lid
--    reads all of lid
--    builds "PRIMARY KEY (id)"
--    undo: conditional: rows without their counterpart, written meanwhile, keep it from coming back
--    a row here means that it is not exact: SELECT 1 FROM lid c WHERE c.pot IS NOT NULL AND NOT EXISTS (SELECT 1 FROM pot p WHERE p.id = c.pot) LIMIT 1
INSERT OR ABORT INTO lid (id, pot)
SELECT id, pot
FROM rutter_old_lid;

-- 4. create column pot.lid: breaking
--    fails on rows that check pot."CHECK (size>0)" refuses
--    breaks writers: check pot."CHECK (size>0)" refuses rows
--    locks the database (RESERVED)
--    a row here means that it fails: SELECT 1 FROM pot WHERE NOT (size > 0) LIMIT 1
--    undo: conditional: what is written to pot.lid meanwhile
--    a row here means that it is not exact: SELECT 1 FROM pot WHERE lid IS NOT NULL LIMIT 1
ALTER TABLE pot ADD COLUMN lid INT REFERENCES lid (id) CHECK (size > 0);

-- 5. rebuild table lid: safe
--    locks the database (EXCLUSIVE)
DROP TABLE rutter_old_lid;
