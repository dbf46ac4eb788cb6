-- from to.sql to from.sql, for mysql 8
-- 4 steps: 2 breaking, 2 safe

-- 1. drop foreign key `c`.`f`: safe
--    locks `c` (NONE)
ALTER TABLE `c` DROP FOREIGN KEY `f`, ALGORITHM=INPLACE, LOCK=NONE;

-- 2. alter column `c`.`a`: breaking
--    fails on numbers outside of a int in `c`.`a`
--    breaks readers: column `c`.`a` is of type int for its readers
--    breaks writers: column `c`.`a` refuses numbers outside of a int
--    note: writers of `c` wait while it is written anew (its size is not known)
--    locks `c` (SHARED)
--    rewrites `c`
--    reads all of `c`
--    builds `a`
--    a row here means that it fails: SELECT 1 FROM `c` WHERE NOT (`a` BETWEEN -2147483648 AND 2147483647) LIMIT 1
ALTER TABLE `c` MODIFY COLUMN `a` int, ALGORITHM=COPY;

-- 3. alter column `p`.`id`: breaking
--    fails on numbers outside of a int in `p`.`id`
--    breaks readers: column `p`.`id` is of type int for its readers
--    breaks writers: column `p`.`id` refuses numbers outside of a int
--    note: writers of `p` wait while it is written anew (its size is not known)
--    locks `p` (SHARED)
--    rewrites `p`
--    reads all of `p`
--    builds `PRIMARY`
--    a row here means that it fails: SELECT 1 FROM `p` WHERE NOT (`id` BETWEEN -2147483648 AND 2147483647) LIMIT 1
ALTER TABLE `p` MODIFY COLUMN `id` int NOT NULL, ALGORITHM=COPY;

-- 4. create foreign key `c`.`f`: safe
--    note: writers of `c` wait while it is written anew (its size is not known)
--    locks `c` (SHARED)
--    rewrites `c`
--    reads all of `c`, `p`
--    builds `a`
ALTER TABLE `c` DROP INDEX `a`, ADD KEY `a` (`a`), ADD CONSTRAINT `f` FOREIGN KEY (`a`) REFERENCES `p` (`id`), ALGORITHM=COPY;
