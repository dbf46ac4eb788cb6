-- from to.sql to from.sql, for mysql 8
-- 2 steps: 2 breaking

-- 1. alter column `reading`.`celsius`: breaking
--    fails on numbers outside of a int in `reading`.`celsius`
--    breaks readers: column `reading`.`celsius` is of type int for its readers
--    breaks writers: column `reading`.`celsius` refuses numbers outside of a int
--    breaks readers and writers: `reading`.`celsius` is not computed any more
--    note: writers of `reading` wait while it is written anew (its size is not known)
--    locks `reading` (SHARED)
--    rewrites `reading`
--    reads all of `reading`
--    a row here means that it fails: SELECT 1 FROM `reading` WHERE NOT (`celsius` BETWEEN -2147483648 AND 2147483647) LIMIT 1
--    undo: conditional: what is written to `reading`.`celsius` meanwhile
ALTER TABLE `reading` MODIFY COLUMN `celsius` int, ALGORITHM=COPY;

-- 2. drop column `reading`.`kelvin`: breaking
--    loses the values of `reading`.`kelvin`
--    breaks readers and writers: column `reading`.`kelvin` is gone
--    undo: loses data: the values of `reading`.`kelvin`
ALTER TABLE `reading` DROP COLUMN `kelvin`, ALGORITHM=INSTANT;
