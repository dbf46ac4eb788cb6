-- from to.sql to from.sql, for mariadb 10
-- 3 steps: 3 breaking

-- 1. drop column `a`.`m`: breaking
--    loses the values of `a`.`m`
--    breaks readers and writers: column `a`.`m` is gone
--    locks `a` (NONE)
--    undo: loses data: the values of `a`.`m`
ALTER TABLE `a` DROP COLUMN `m`, ALGORITHM=INSTANT, LOCK=NONE;

-- 2. drop table `b`: breaking
--    loses the rows of `b`
--    breaks readers and writers: table `b` is gone
--    locks `b` (EXCLUSIVE)
--    undo: loses data: the rows of `b`
DROP TABLE `b`;

-- 3. alter column `a`.`n`: breaking
--    fails on numbers outside of a int in `a`.`n`
--    breaks readers: column `a`.`n` is of type int(11) for its readers
--    breaks writers: column `a`.`n` refuses numbers outside of a int
--    note: writers of `a` wait while it is written anew (its size is not known)
--    locks `a` (SHARED)
--    rewrites `a`
--    reads all of `a`
--    builds `PRIMARY`
--    a row here means that it fails: SELECT 1 FROM `a` WHERE NOT (`n` BETWEEN -2147483648 AND 2147483647) LIMIT 1
ALTER TABLE `a` MODIFY COLUMN `n` int(11), ALGORITHM=COPY;
