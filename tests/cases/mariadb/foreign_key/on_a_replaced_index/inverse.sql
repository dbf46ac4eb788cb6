-- from to.sql to from.sql, for mariadb 10
-- 3 steps: 1 breaking, 2 safe

-- 1. drop foreign key `c`.`f`: safe
--    locks `c` (NONE)
--    undo: conditional: rows without their counterpart, written meanwhile, keep it from coming back
--    a row here means that it is not exact: SELECT 1 FROM `c` c WHERE c.`x` IS NOT NULL AND c.`y` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `p` p WHERE p.`x` = c.`x` AND p.`y` = c.`y`) LIMIT 1
ALTER TABLE `c` DROP FOREIGN KEY `f`, ALGORITHM=INSTANT, LOCK=NONE;

-- 2. alter index `c`.`f`: safe
--    locks `c` (NONE)
--    reads all of `c`
--    builds `f`
ALTER TABLE `c` DROP INDEX `f`, ADD KEY `f` (`x`), ALGORITHM=NOCOPY, LOCK=NONE;

-- 3. create foreign key `c`.`f`: breaking
--    fails on rows that refer to nothing (foreign key `c`.`f`)
--    breaks writers: foreign key `c`.`f` refuses rows that refer to nothing, and the loss of what is referred to
--    note: writers of `c` wait while it is written anew (its size is not known)
--    locks `c` (SHARED)
--    rewrites `c`
--    reads all of `c`, `p`
--    builds `f`
--    a row here means that it fails: SELECT 1 FROM `c` c WHERE c.`x` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `p` p WHERE p.`x` = c.`x`) LIMIT 1
ALTER TABLE `c` ADD CONSTRAINT `f` FOREIGN KEY (`x`) REFERENCES `p` (`x`), ALGORITHM=COPY;
