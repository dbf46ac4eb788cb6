-- from to.sql to from.sql, for mysql 8
-- 1 step: 1 breaking

-- 1. alter column `tag`.`name`, `tag`.`old`: breaking
--    fails on texts with characters that utf8mb3 lacks in `tag`.`old`
--    fails on values of `tag`.`old` that become equal, which index `tag`.`old` refuses
--    breaks writers: column `tag`.`old` refuses texts with characters that utf8mb3 lacks
--    breaks writers: index `tag`.`old` refuses more values as equal
--    note: the order and equality of the values of `tag`.`name` change
--    note: writers of `tag` wait while it is written anew (its size is not known)
--    note: the order and equality of the values of `tag`.`old` change
--    locks `tag` (SHARED)
--    rewrites `tag`
--    reads all of `tag`
--    builds `PRIMARY`, `name`, `old`
--    a row here means that it fails: SELECT 1 FROM `tag` WHERE NOT (`old` = CONVERT(CONVERT(`old` USING utf8mb3) USING utf8mb4)) LIMIT 1
--    undo: conditional: values of `tag`.`name` written meanwhile that become equal, which index `tag`.`name` refuses
ALTER TABLE `tag` MODIFY COLUMN `name` varchar(20) COLLATE utf8mb4_bin, MODIFY COLUMN `old` varchar(20) CHARACTER SET utf8mb3 COLLATE utf8mb3_general_ci, ALGORITHM=COPY;
