-- from to.sql to from.sql, for mysql 8
-- 5 steps: 3 breaking, 2 safe

-- 1. set session sql_mode: safe
SET @saved_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = REPLACE(REPLACE(@@SESSION.sql_mode, 'NO_ZERO_IN_DATE', ''), 'NO_ZERO_DATE', '');

-- 2. drop column `a`.`m`: breaking
--    loses the values of `a`.`m`
--    breaks readers and writers: column `a`.`m` is gone
--    undo: loses data: the values of `a`.`m`
ALTER TABLE `a` DROP COLUMN `m`, ALGORITHM=INSTANT;

-- 3. drop table `b`: breaking
--    loses the rows of `b`
--    breaks readers and writers: table `b` is gone
--    locks `b` (EXCLUSIVE)
--    undo: loses data: the rows of `b`
DROP TABLE `b`;

-- 4. alter column `a`.`n`: breaking
--    fails on numbers outside of a int in `a`.`n`
--    breaks readers: column `a`.`n` is of type int for its readers
--    breaks writers: column `a`.`n` refuses numbers outside of a int
--    note: writers of `a` wait while it is written anew (its size is not known)
--    locks `a` (SHARED)
--    rewrites `a`
--    reads all of `a`
--    builds `PRIMARY`
--    a row here means that it fails: SELECT 1 FROM `a` WHERE NOT (`n` BETWEEN -2147483648 AND 2147483647) LIMIT 1
ALTER TABLE `a` MODIFY COLUMN `n` int, ALGORITHM=COPY;

-- 5. set session sql_mode: safe
SET SESSION sql_mode = @saved_sql_mode;
