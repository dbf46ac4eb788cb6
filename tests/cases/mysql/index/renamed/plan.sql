-- from from.sql to to.sql, for mysql 8
-- 1 step: 1 safe

-- 1. rename index `t`.`new`: safe
--    note: FORCE INDEX (`old`) is refused now
--    locks `t` (NONE)
ALTER TABLE `t` RENAME INDEX `old` TO `new`, ALGORITHM=INPLACE, LOCK=NONE;
