-- from to.sql to from.sql, for mariadb 10
-- 3 steps: 2 breaking, 1 safe

-- 1. drop column `a`.`m`: breaking
--    loses the values of `a`.`m`
--    breaks readers and writers: column `a`.`m` is gone
--    locks `a` (NONE)
--    undo: loses data: the values of `a`.`m`
ALTER TABLE `a` DROP COLUMN `m`, ALGORITHM=INSTANT, LOCK=NONE;

-- 2. alter table `a`: safe
--    locks `a` (NONE)
ALTER TABLE `a` DEFAULT CHARACTER SET = latin1 COLLATE = latin1_swedish_ci, ALGORITHM=INSTANT, LOCK=NONE;

-- 3. alter column `a`.`n`, `a`.`t`: breaking
--    fails on texts with characters that latin1 lacks in `a`.`n`
--    fails on texts with characters that latin1 lacks in `a`.`t`
--    breaks writers: column `a`.`n` refuses texts with characters that latin1 lacks
--    breaks writers: column `a`.`t` refuses texts with characters that latin1 lacks
--    note: the order and equality of the values of `a`.`n` change
--    note: writers of `a` wait while it is written anew (its size is not known)
--    note: the order and equality of the values of `a`.`t` change
--    locks `a` (SHARED)
--    rewrites `a`
--    reads all of `a`
--    builds `PRIMARY`
--    a row here means that it fails: SELECT 1 FROM `a` WHERE NOT (`n` = CONVERT(CONVERT(`n` USING latin1) USING utf8mb4)) LIMIT 1
--    a row here means that it fails: SELECT 1 FROM `a` WHERE NOT (`t` = CONVERT(CONVERT(`t` USING latin1) USING utf8mb4)) LIMIT 1
--    undo: conditional: texts of more than 65535 bytes in utf8mb4 in `a`.`t`, written meanwhile, keep the type from coming back
--    a row here means that it is not exact: SELECT 1 FROM `a` WHERE NOT (LENGTH(CONVERT(`t` USING utf8mb4)) <= 65535) LIMIT 1
ALTER TABLE `a` MODIFY COLUMN `n` varchar(20), MODIFY COLUMN `t` text, ALGORITHM=COPY;
