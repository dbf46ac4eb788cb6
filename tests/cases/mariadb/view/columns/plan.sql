-- from from.sql to to.sql, for mariadb 10
-- 1 step: 1 breaking

-- 1. replace view `v`: breaking
--    breaks readers: column x of `v` is of type unknown
--    breaks readers and writers: column y of `v` is gone
--    note: the query of `v` is another: which rows it gives cannot be told from here
CREATE OR REPLACE VIEW `v` (`x`, `z`) AS select a, b + 1 from `t`;
