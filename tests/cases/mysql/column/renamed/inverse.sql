-- from to.sql to from.sql, for mysql 8
-- 1 step: 1 breaking

-- 1. rename column `t`.`a`: breaking
--    breaks readers and writers: column `b` of `t` is now `a`
ALTER TABLE `t` RENAME COLUMN `b` TO `a`, ALGORITHM=INSTANT;
