-- from to.sql to from.sql, for mariadb 10
-- 2 steps: 2 breaking

-- 1. rename column `t`.`a`: breaking
--    breaks readers and writers: column `c` of `t` is now `a`
--    locks `t` (NONE)
ALTER TABLE `t` RENAME COLUMN `c` TO `a`, ALGORITHM=INSTANT, LOCK=NONE;

-- 2. replace view `v`: breaking
--    breaks readers: column x of `v` is of type unknown
--    breaks readers: column b of `v` is of type unknown
--    note: the query of `v` is another: which rows it gives cannot be told from here
CREATE OR REPLACE VIEW `v` AS select a as x, b from `t`;
