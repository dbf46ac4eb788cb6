-- from to.sql to from.sql, for sqlite 3.40
-- 8 steps: 2 breaking, 6 safe

-- 1. rebuild table pot: safe
--    locks the database (EXCLUSIVE)
ALTER TABLE pot RENAME TO rutter_old_pot;

-- 2. rebuild table lid: safe
--    locks the database (EXCLUSIVE)
ALTER TABLE lid RENAME TO rutter_old_lid;

-- 3. rebuild table pot: safe
--    locks the database (EXCLUSIVE)
CREATE TABLE pot (id INTEGER PRIMARY KEY, size INT);

-- 4. rebuild table lid: safe
--    locks the database (EXCLUSIVE)
CREATE TABLE lid (id INTEGER PRIMARY KEY, pot INT REFERENCES pot (id));

-- 5. rebuild table pot: breaking
--    loses the values of pot.lid
--    breaks readers and writers: column pot.lid is gone
--    note: readers and writers of pot wait while it is written anew (its size is not known)
--    note: readers and writers of pot wait while it is written anew (its size is not known)
--    locks the database (EXCLUSIVE)
--    rewrites pot
--    reads all of pot
--    builds "PRIMARY KEY (id)"
--    undo: loses data: the values of pot.lid
INSERT OR ABORT INTO pot (id, size)
SELECT id, size
FROM rutter_old_pot;

-- 6. rebuild table lid: breaking
--    fails on rows that refer to nothing (foreign key lid."FOREIGN KEY (pot)")
--    breaks writers: foreign key lid."FOREIGN KEY (pot)" refuses rows that refer to nothing, and the loss of what is referred to
--    note: readers and writers of lid wait while it is written anew (its size is not known)
--    locks the database (EXCLUSIVE)
--    rewrites lid
--    reads all of lid
--    builds "PRIMARY KEY (id)"
--    a row here means that it fails: SELECT 1 FROM lid c WHERE c.pot IS NOT NULL AND NOT EXISTS (SELECT 1 FROM pot p WHERE p.id = c.pot) LIMIT 1
INSERT OR ABORT INTO lid (id, pot)
SELECT id, pot
FROM rutter_old_lid;

-- 7. rebuild table pot: safe
--    locks the database (EXCLUSIVE)
DROP TABLE rutter_old_pot;

-- 8. rebuild table lid: safe
--    locks the database (EXCLUSIVE)
DROP TABLE rutter_old_lid;
