-- from from.sql to to.sql, for mysql 8
-- 2 steps: 1 breaking, 1 safe

-- 1. create column `reading`.`kelvin`: safe
--    undo: conditional: what is written to `reading`.`kelvin` meanwhile
ALTER TABLE `reading` ADD COLUMN `kelvin` int, ALGORITHM=INSTANT;

-- 2. alter column `reading`.`celsius`: breaking
--    breaks readers: column `reading`.`celsius` is of type bigint for its readers
--    note: writers of `reading` wait while it is written anew (its size is not known)
--    locks `reading` (SHARED)
--    rewrites `reading`
--    reads all of `reading`
--    undo: conditional: numbers outside of a int in `reading`.`celsius`, written meanwhile, keep the type from coming back
--    a row here means that it is not exact: SELECT 1 FROM `reading` WHERE NOT (`celsius` BETWEEN -2147483648 AND 2147483647) LIMIT 1
ALTER TABLE `reading` MODIFY COLUMN `celsius` bigint GENERATED ALWAYS AS (kelvin - 273) STORED, ALGORITHM=COPY;
