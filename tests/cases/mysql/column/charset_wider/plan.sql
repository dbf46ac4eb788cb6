-- from from.sql to to.sql, for mysql 8
-- 4 steps: 1 breaking, 3 safe

-- 1. alter column `guest`.`name`: safe
--    note: the order and equality of the values of `guest`.`name` change
--    locks `guest` (NONE)
--    undo: conditional: texts with characters that utf8mb3 lacks in `guest`.`name`, written meanwhile, keep the type from coming back
--    a row here means that it is not exact: SELECT 1 FROM `guest` WHERE NOT (`name` = CONVERT(CONVERT(`name` USING utf8mb3) USING utf8mb4)) LIMIT 1
ALTER TABLE `guest` MODIFY COLUMN `name` varchar(60) CHARACTER SET utf8mb4, ALGORITHM=INPLACE, LOCK=NONE;

-- 2. alter column `guest`.`mood`: breaking
--    fails on texts of more than 65535 bytes in utf8mb4 in `guest`.`mood`
--    breaks writers: column `guest`.`mood` refuses texts of more than 65535 bytes in utf8mb4
--    note: the order and equality of the values of `guest`.`mood` change
--    note: writers of `guest` wait while it is written anew (its size is not known)
--    locks `guest` (SHARED)
--    rewrites `guest`
--    reads all of `guest`
--    builds `PRIMARY`
--    a row here means that it fails: SELECT 1 FROM `guest` WHERE NOT (LENGTH(CONVERT(`mood` USING utf8mb4)) <= 65535) LIMIT 1
--    undo: conditional: texts with characters that latin1 lacks in `guest`.`mood`, written meanwhile, keep the type from coming back
--    a row here means that it is not exact: SELECT 1 FROM `guest` WHERE NOT (`mood` = CONVERT(CONVERT(`mood` USING latin1) USING utf8mb4)) LIMIT 1
ALTER TABLE `guest` MODIFY COLUMN `mood` text CHARACTER SET utf8mb4, ALGORITHM=COPY;

-- 3. alter column `guest`.`notes`: safe
--    note: the order and equality of the values of `guest`.`notes` change
--    locks `guest` (NONE)
--    undo: conditional: texts with characters that utf8mb3 lacks in `guest`.`notes`, written meanwhile, keep the type from coming back
--    a row here means that it is not exact: SELECT 1 FROM `guest` WHERE NOT (`notes` = CONVERT(CONVERT(`notes` USING utf8mb3) USING utf8mb4)) LIMIT 1
ALTER TABLE `guest` MODIFY COLUMN `notes` mediumtext CHARACTER SET utf8mb4, ALGORITHM=INPLACE, LOCK=NONE;

-- 4. alter column `guest`.`code`: safe
--    note: the order and equality of the values of `guest`.`code` change
--    note: writers of `guest` wait while it is written anew (its size is not known)
--    locks `guest` (SHARED)
--    rewrites `guest`
--    reads all of `guest`
--    builds `PRIMARY`
--    undo: conditional: texts with characters that ascii lacks in `guest`.`code`, written meanwhile, keep the type from coming back
--    a row here means that it is not exact: SELECT 1 FROM `guest` WHERE NOT (`code` = CONVERT(CONVERT(`code` USING ascii) USING latin1)) LIMIT 1
ALTER TABLE `guest` MODIFY COLUMN `code` char(4) CHARACTER SET latin1 COLLATE latin1_swedish_ci, ALGORITHM=COPY;
