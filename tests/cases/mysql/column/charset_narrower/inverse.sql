-- from to.sql to from.sql, for mysql 8
-- 2 steps: 1 breaking, 1 safe

-- 1. alter table `guest`: safe
--    locks `guest` (NONE)
ALTER TABLE `guest` DEFAULT CHARACTER SET = utf8mb4, ALGORITHM=INPLACE, LOCK=NONE;

-- 2. alter column `guest`.`name`, `guest`.`mood`: breaking
--    fails on texts of more than 255 bytes in utf8mb4 in `guest`.`mood`
--    breaks writers: column `guest`.`mood` refuses texts of more than 255 bytes in utf8mb4
--    note: the order and equality of the values of `guest`.`name` change
--    note: writers of `guest` wait while it is written anew (its size is not known)
--    note: the order and equality of the values of `guest`.`mood` change
--    locks `guest` (SHARED)
--    rewrites `guest`
--    reads all of `guest`
--    builds `PRIMARY`
--    a row here means that it fails: SELECT 1 FROM `guest` WHERE NOT (LENGTH(CONVERT(`mood` USING utf8mb4)) <= 255) LIMIT 1
--    undo: conditional: texts with characters that latin1 lacks in `guest`.`name`, written meanwhile, keep the type from coming back; texts with characters that latin1 lacks in `guest`.`mood`, written meanwhile, keep the type from coming back
--    a row here means that it is not exact: SELECT 1 FROM `guest` WHERE NOT (`name` = CONVERT(CONVERT(`name` USING latin1) USING utf8mb4)) LIMIT 1
ALTER TABLE `guest` MODIFY COLUMN `name` varchar(60), MODIFY COLUMN `mood` tinytext, ALGORITHM=COPY;
