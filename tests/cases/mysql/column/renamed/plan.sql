-- from from.sql to to.sql, for mysql 8
-- 1 step: 1 breaking

-- 1. rename column `t`.`b`: breaking
--    breaks readers and writers: column `a` of `t` is now `b`
ALTER TABLE `t` RENAME COLUMN `a` TO `b`, ALGORITHM=INSTANT;
