-- from to.sql to from.sql, for mariadb 10
-- 5 steps: 2 breaking, 3 safe

-- 1. drop foreign key `c`.`f1`, `c`.`f3`: safe
--    locks `c` (NONE)
--    undo: conditional: rows without their counterpart, written meanwhile, keep it from coming back
--    a row here means that it is not exact: SELECT 1 FROM `c` c WHERE c.`a` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `p` p WHERE p.`id` = c.`a`) LIMIT 1
ALTER TABLE `c` DROP FOREIGN KEY `f1`, DROP FOREIGN KEY `f3`, ALGORITHM=INSTANT, LOCK=NONE;

-- 2. drop index `c`.`f3`: safe
--    locks `c` (NONE)
ALTER TABLE `c` DROP INDEX `f3`, ALGORITHM=NOCOPY, LOCK=NONE;

-- 3. drop column `c`.`c`: breaking
--    loses the values of `c`.`c`
--    breaks readers and writers: column `c`.`c` is gone
--    locks `c` (NONE)
--    undo: loses data: the values of `c`.`c`
ALTER TABLE `c` DROP COLUMN `c`, ALGORITHM=INSTANT, LOCK=NONE;

-- 4. create index `c`.`f2`: safe
--    locks `c` (NONE)
--    reads all of `c`
--    builds `f2`
ALTER TABLE `c` ADD KEY `f2` (`b`), ALGORITHM=NOCOPY, LOCK=NONE;

-- 5. create foreign key `c`.`f1`, `c`.`f2`: breaking
--    fails on rows that refer to nothing (foreign key `c`.`f1`)
--    fails on rows that refer to nothing (foreign key `c`.`f2`)
--    breaks writers: foreign key `c`.`f1` refuses rows that refer to nothing, and the loss of what is referred to
--    breaks writers: foreign key `c`.`f2` refuses rows that refer to nothing, and the loss of what is referred to
--    note: writers of `c` wait while it is written anew (its size is not known)
--    locks `c` (SHARED)
--    rewrites `c`
--    reads all of `c`, `p`
--    builds `f1`
--    a row here means that it fails: SELECT 1 FROM `c` c WHERE c.`a` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `p` p WHERE p.`id` = c.`a`) LIMIT 1
--    a row here means that it fails: SELECT 1 FROM `c` c WHERE c.`b` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `p` p WHERE p.`id` = c.`b`) LIMIT 1
ALTER TABLE `c` ADD CONSTRAINT `f1` FOREIGN KEY (`a`) REFERENCES `p` (`id`), ADD CONSTRAINT `f2` FOREIGN KEY (`b`) REFERENCES `p` (`id`), ALGORITHM=COPY;
