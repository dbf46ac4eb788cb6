-- from from.sql to to.sql, for mariadb 10
-- 2 steps: 2 breaking

-- 1. rename table `a2`: breaking
--    breaks readers and writers: table `a` is now `a2`
--    locks `a` (EXCLUSIVE)
ALTER TABLE `a` RENAME TO `a2`;

-- 2. replace view `v`: breaking
--    breaks readers: column b of `v` is of type unknown
--    note: the query of `v` is another: which rows it gives cannot be told from here
CREATE OR REPLACE VIEW `v` AS select b from `a2`;
