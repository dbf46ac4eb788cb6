-- from to.sql to from.sql, for mysql 8
-- 1 step: 1 safe

-- 1. rename index `t`.`old`: safe
--    note: FORCE INDEX (`new`) is refused now
--    locks `t` (NONE)
ALTER TABLE `t` RENAME INDEX `new` TO `old`, ALGORITHM=INPLACE, LOCK=NONE;
