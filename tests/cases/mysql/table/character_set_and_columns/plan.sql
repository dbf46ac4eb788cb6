-- from from.sql to to.sql, for mysql 8
-- 3 steps: 3 safe

-- 1. alter table `a`: safe
--    locks `a` (NONE)
ALTER TABLE `a` DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin, ALGORITHM=INPLACE, LOCK=NONE;

-- 2. alter column `a`.`n`, `a`.`t`: safe
--    note: the order and equality of the values of `a`.`n` change
--    note: writers of `a` wait while it is written anew (its size is not known)
--    note: the order and equality of the values of `a`.`t` change
--    locks `a` (SHARED)
--    rewrites `a`
--    reads all of `a`
--    builds `PRIMARY`
ALTER TABLE `a` MODIFY COLUMN `n` varchar(20), MODIFY COLUMN `t` text, ALGORITHM=COPY;

-- 3. create column `a`.`m`: safe
--    undo: conditional: what is written to `a`.`m` meanwhile
ALTER TABLE `a` ADD COLUMN `m` varchar(10), ALGORITHM=INSTANT;
