-- from from.sql to to.sql, for mariadb 10
-- 1 step: 1 breaking

-- 1. rename column `t`.`b`: breaking
--    breaks readers and writers: column `a` of `t` is now `b`
--    locks `t` (NONE)
ALTER TABLE `t` RENAME COLUMN `a` TO `b`, ALGORITHM=INSTANT, LOCK=NONE;
