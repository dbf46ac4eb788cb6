-- from from.sql to to.sql, for mariadb 10
-- 1 step: 1 safe

-- 1. rename index `t`.`new`: safe
--    note: FORCE INDEX (`old`) is refused now
--    locks `t` (NONE)
ALTER TABLE `t` RENAME INDEX `old` TO `new`, ALGORITHM=INSTANT, LOCK=NONE;
