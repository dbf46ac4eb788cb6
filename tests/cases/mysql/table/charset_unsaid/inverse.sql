-- from to.sql to from.sql, for mysql 8
-- 2 steps: 2 safe

-- 1. alter table `note's`: safe
--    locks `note's` (NONE)
ALTER TABLE `note's` DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_unicode_ci, ALGORITHM=INPLACE, LOCK=NONE;

-- 2. alter column `note's`.`body`: safe
--    note: the order and equality of the values of `note's`.`body` change
--    note: writers of `note's` wait while it is written anew (its size is not known)
--    locks `note's` (SHARED)
--    rewrites `note's`
--    reads all of `note's`
--    builds `PRIMARY`
--    undo: conditional: texts with characters that the database's character set lacks in `note's`.`body`, written meanwhile, keep the type from coming back
ALTER TABLE `note's` MODIFY COLUMN `body` varchar(100), ALGORITHM=COPY;
