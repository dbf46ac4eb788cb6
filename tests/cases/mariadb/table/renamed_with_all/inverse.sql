-- from to.sql to from.sql, for mariadb 10
-- 2 steps: 2 breaking

-- 1. rename table `a`: breaking
--    breaks readers and writers: table `a2` is now `a`
--    locks `a2` (EXCLUSIVE)
ALTER TABLE `a2` RENAME TO `a`;

-- 2. replace view `v`: breaking
--    breaks readers: column b of `v` is of type unknown
--    note: the query of `v` is another: which rows it gives cannot be told from here
CREATE OR REPLACE VIEW `v` AS select b from `a`;
