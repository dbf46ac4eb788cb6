-- from from.sql to to.sql, for mysql 8
-- 1 step: 1 safe

-- 1. create column `t`.`n`: safe
--    undo: conditional: what is written to `t`.`n` meanwhile
ALTER TABLE `t` ADD COLUMN `n` int, ALGORITHM=INSTANT;
