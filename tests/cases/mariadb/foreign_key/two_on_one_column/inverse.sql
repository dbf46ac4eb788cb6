-- from to.sql to from.sql, for mariadb 10
-- 2 steps: 1 breaking, 1 safe

-- 1. drop foreign key `c`.`c_ibfk_1`, `c`.`z`: safe
--    locks `c` (NONE)
--    undo: conditional: rows without their counterpart, written meanwhile, keep it from coming back
--    a row here means that it is not exact: SELECT 1 FROM `c` c WHERE c.`a` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `p` p WHERE p.`id` = c.`a`) LIMIT 1
ALTER TABLE `c` DROP FOREIGN KEY `c_ibfk_1`, DROP FOREIGN KEY `z`, ALGORITHM=INSTANT, LOCK=NONE;

-- 2. create foreign key `c`.`c_ibfk_1`, `c`.`z`: breaking
--    fails on rows that refer to nothing (foreign key `c`.`c_ibfk_1`)
--    fails on rows that refer to nothing (foreign key `c`.`z`)
--    breaks writers: foreign key `c`.`c_ibfk_1` refuses rows that refer to nothing, and the loss of what is referred to
--    breaks writers: foreign key `c`.`z` refuses rows that refer to nothing, and the loss of what is referred to
--    note: writers of `c` wait while it is written anew (its size is not known)
--    locks `c` (SHARED)
--    rewrites `c`
--    reads all of `c`, `p`, `q`
--    builds `PRIMARY`, `z`
--    a row here means that it fails: SELECT 1 FROM `c` c WHERE c.`a` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `p` p WHERE p.`id` = c.`a`) LIMIT 1
--    a row here means that it fails: SELECT 1 FROM `c` c WHERE c.`a` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `q` p WHERE p.`id` = c.`a`) LIMIT 1
ALTER TABLE `c` DROP INDEX `z`, ADD KEY `z` (`a`), ADD CONSTRAINT `c_ibfk_1` FOREIGN KEY (`a`) REFERENCES `p` (`id`), ADD CONSTRAINT `z` FOREIGN KEY (`a`) REFERENCES `q` (`id`), ALGORITHM=COPY;
