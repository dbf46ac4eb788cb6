-- from from.sql to to.sql, for mariadb 10
-- 1 step: 1 safe

-- 1. create column `t`.`n`: safe
--    locks `t` (NONE)
--    undo: conditional: what is written to `t`.`n` meanwhile
ALTER TABLE `t` ADD COLUMN `n` int(11), ALGORITHM=INSTANT, LOCK=NONE;
