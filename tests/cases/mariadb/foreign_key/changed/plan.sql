-- from from.sql to to.sql, for mariadb 10
-- 5 steps: 1 breaking, 4 safe

-- 1. drop foreign key `c`.`f1`, `c`.`f2`: safe
--    locks `c` (NONE)
--    undo: conditional: rows without their counterpart, written meanwhile, keep it from coming back
--    a row here means that it is not exact: SELECT 1 FROM `c` c WHERE c.`a` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `p` p WHERE p.`id` = c.`a`) LIMIT 1
ALTER TABLE `c` DROP FOREIGN KEY `f1`, DROP FOREIGN KEY `f2`, ALGORITHM=INSTANT, LOCK=NONE;

-- 2. drop index `c`.`f2`: safe
--    locks `c` (NONE)
ALTER TABLE `c` DROP INDEX `f2`, ALGORITHM=NOCOPY, LOCK=NONE;

-- 3. create column `c`.`c`: safe
--    locks `c` (NONE)
--    undo: conditional: what is written to `c`.`c` meanwhile
ALTER TABLE `c` ADD COLUMN `c` int(11), ALGORITHM=INSTANT, LOCK=NONE;

-- 4. create index `c`.`f3`: safe
--    locks `c` (NONE)
--    reads all of `c`
--    builds `f3`
ALTER TABLE `c` ADD KEY `f3` (`c`), ALGORITHM=NOCOPY, LOCK=NONE;

-- 5. create foreign key `c`.`f1`, `c`.`f3`: breaking
--    fails on rows that refer to nothing (foreign key `c`.`f1`)
--    breaks writers: foreign key `c`.`f1` refuses rows that refer to nothing, and the loss of what is referred to
--    note: rows of `c` are changed without being named: CASCADE on delete of what they refer to
--    note: writers of `c` wait while it is written anew (its size is not known)
--    locks `c` (SHARED)
--    rewrites `c`
--    reads all of `c`, `p`
--    builds `f1`
--    a row here means that it fails: SELECT 1 FROM `c` c WHERE c.`a` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `p` p WHERE p.`id` = c.`a`) LIMIT 1
ALTER TABLE `c` ADD CONSTRAINT `f1` FOREIGN KEY (`a`) REFERENCES `p` (`id`) ON DELETE CASCADE, ADD CONSTRAINT `f3` FOREIGN KEY (`c`) REFERENCES `p` (`other`), ALGORITHM=COPY;
