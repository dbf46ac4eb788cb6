-- from from.sql to to.sql, for mysql 8
-- 2 steps: 2 breaking

-- 1. alter column `tray`.`depth`, `tray`.`label`, `tray`.`place`: breaking
--    loses the values of `tray`.`depth`
--    breaks readers and writers: column `tray`.`depth` is gone
--    undo: loses data: the values of `tray`.`depth`
ALTER TABLE `tray` DROP COLUMN `depth`, ADD COLUMN `label` varchar(20) FIRST, ADD COLUMN `place` date AFTER `label`, ALGORITHM=INSTANT;

-- 2. alter column `tray`.`width`: breaking
--    fails on values of more than 20 characters in `tray`.`width`
--    breaks readers: column `tray`.`width` is of type varchar(20) for its readers
--    breaks writers: column `tray`.`width` refuses values of more than 20 characters
--    note: writers of `tray` wait while it is written anew (its size is not known)
--    locks `tray` (SHARED)
--    rewrites `tray`
--    reads all of `tray`
--    a row here means that it fails: SELECT 1 FROM `tray` WHERE NOT (CHAR_LENGTH(`width`) <= 20) LIMIT 1
--    undo: conditional: values that are not of type int in `tray`.`width`, written meanwhile, keep the type from coming back
ALTER TABLE `tray` MODIFY COLUMN `width` varchar(20) NOT NULL AFTER `place`, ALGORITHM=COPY;
