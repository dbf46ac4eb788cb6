-- from to.sql to from.sql, for mysql 8
-- 1 step: 1 breaking

-- 1. replace view `v`: breaking
--    breaks readers: column x of `v` is of type unknown
--    breaks readers and writers: column z of `v` is gone
--    note: the query of `v` is another: which rows it gives cannot be told from here
CREATE OR REPLACE VIEW `v` (`x`, `y`) AS select a, b from `t`;
