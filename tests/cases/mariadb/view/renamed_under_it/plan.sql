-- from from.sql to to.sql, for mariadb 10
-- 2 steps: 2 breaking

-- 1. rename column `t`.`c`: breaking
--    breaks readers and writers: column `a` of `t` is now `c`
--    locks `t` (NONE)
ALTER TABLE `t` RENAME COLUMN `a` TO `c`, ALGORITHM=INSTANT, LOCK=NONE;

-- 2. replace view `v`: breaking
--    breaks readers: column x of `v` is of type unknown
--    breaks readers: column b of `v` is of type unknown
--    note: the query of `v` is another: which rows it gives cannot be told from here
CREATE OR REPLACE VIEW `v` AS select c as x, b from `t`;
