-- from to.sql to from.sql, for mysql 8
-- 4 steps: 2 breaking, 2 safe

-- 1. drop column `tray`.`label`, `tray`.`place`: breaking
--    loses the values of `tray`.`label`
--    loses the values of `tray`.`place`
--    breaks readers and writers: column `tray`.`label` is gone
--    breaks readers and writers: column `tray`.`place` is gone
--    undo: loses data: the values of `tray`.`label`; the values of `tray`.`place`
ALTER TABLE `tray` DROP COLUMN `label`, DROP COLUMN `place`, ALGORITHM=INSTANT;

-- 2. alter column `tray`.`height`: safe
--    locks `tray` (NONE)
--    rewrites `tray`
--    reads all of `tray`
ALTER TABLE `tray` MODIFY COLUMN `height` int FIRST, ALGORITHM=INPLACE, LOCK=NONE;

-- 3. create column `tray`.`depth`: safe
--    undo: conditional: what is written to `tray`.`depth` meanwhile
ALTER TABLE `tray` ADD COLUMN `depth` int AFTER `height`, ALGORITHM=INSTANT;

-- 4. alter column `tray`.`width`: breaking
--    loses what int does not hold of `tray`.`width`
--    fails on values that are not of type int in `tray`.`width`
--    breaks readers: column `tray`.`width` is of type int for its readers
--    breaks writers: column `tray`.`width` refuses values that are not of type int
--    note: writers of `tray` wait while it is written anew (its size is not known)
--    locks `tray` (SHARED)
--    rewrites `tray`
--    reads all of `tray`
--    undo: loses data: what int does not hold of `tray`.`width` do not come back
ALTER TABLE `tray` MODIFY COLUMN `width` int NOT NULL, ALGORITHM=COPY;
