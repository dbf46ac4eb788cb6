-- from from.sql to to.sql, for mysql 8
-- 2 steps: 1 breaking, 1 safe

-- 1. create column `reading`.`kelvin`: safe
--    undo: conditional: what is written to `reading`.`kelvin` meanwhile
ALTER TABLE `reading` ADD COLUMN `kelvin` int, ALGORITHM=INSTANT;

-- 2. alter column `reading`.`celsius`: breaking
--    loses the values of `reading`.`celsius`, which is computed from now on
--    breaks readers: column `reading`.`celsius` is of type bigint for its readers
--    breaks writers: values given for `reading`.`celsius` are refused
--    note: writers of `reading` wait while it is written anew (its size is not known)
--    locks `reading` (SHARED)
--    rewrites `reading`
--    reads all of `reading`
--    undo: loses data: the values of `reading`.`celsius`
ALTER TABLE `reading` MODIFY COLUMN `celsius` bigint GENERATED ALWAYS AS (kelvin - 273) STORED, ALGORITHM=COPY;
