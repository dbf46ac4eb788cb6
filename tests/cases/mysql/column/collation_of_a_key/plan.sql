-- from from.sql to to.sql, for mysql 8
-- 1 step: 1 breaking

-- 1. alter column `tag`.`name`, `tag`.`old`: breaking
--    fails on values of `tag`.`name` that become equal, which index `tag`.`name` refuses
--    breaks writers: index `tag`.`name` refuses more values as equal
--    note: the order and equality of the values of `tag`.`name` change
--    note: writers of `tag` wait while it is written anew (its size is not known)
--    note: the order and equality of the values of `tag`.`old` change
--    locks `tag` (SHARED)
--    rewrites `tag`
--    reads all of `tag`
--    builds `PRIMARY`, `name`, `old`
--    undo: conditional: texts with characters that utf8mb3 lacks in `tag`.`old`, written meanwhile, keep the type from coming back
--    a row here means that it is not exact: SELECT 1 FROM `tag` WHERE NOT (`old` = CONVERT(CONVERT(`old` USING utf8mb3) USING utf8mb4)) LIMIT 1
ALTER TABLE `tag` MODIFY COLUMN `name` varchar(20) COLLATE utf8mb4_unicode_ci, MODIFY COLUMN `old` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci, ALGORITHM=COPY;
