-- from from.sql to to.sql, for mariadb 10
-- 3 steps: 1 breaking, 2 safe

-- 1. alter table `a`: safe
--    locks `a` (NONE)
ALTER TABLE `a` DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin, ALGORITHM=INSTANT, LOCK=NONE;

-- 2. alter column `a`.`n`, `a`.`t`: breaking
--    fails on texts of more than 65535 bytes in utf8mb4 in `a`.`t`
--    breaks writers: column `a`.`t` refuses texts of more than 65535 bytes in utf8mb4
--    note: the order and equality of the values of `a`.`n` change
--    note: writers of `a` wait while it is written anew (its size is not known)
--    note: the order and equality of the values of `a`.`t` change
--    locks `a` (SHARED)
--    rewrites `a`
--    reads all of `a`
--    builds `PRIMARY`
--    a row here means that it fails: SELECT 1 FROM `a` WHERE NOT (LENGTH(CONVERT(`t` USING utf8mb4)) <= 65535) LIMIT 1
--    undo: conditional: texts with characters that latin1 lacks in `a`.`n`, written meanwhile, keep the type from coming back; texts with characters that latin1 lacks in `a`.`t`, written meanwhile, keep the type from coming back
--    a row here means that it is not exact: SELECT 1 FROM `a` WHERE NOT (`n` = CONVERT(CONVERT(`n` USING latin1) USING utf8mb4)) LIMIT 1
ALTER TABLE `a` MODIFY COLUMN `n` varchar(20), MODIFY COLUMN `t` text, ALGORITHM=COPY;

-- 3. create column `a`.`m`: safe
--    locks `a` (NONE)
--    undo: conditional: what is written to `a`.`m` meanwhile
ALTER TABLE `a` ADD COLUMN `m` varchar(10), ALGORITHM=INSTANT, LOCK=NONE;
