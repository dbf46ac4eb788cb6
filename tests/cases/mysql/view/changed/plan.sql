-- from from.sql to to.sql, for mysql 8
-- 3 steps: 2 breaking, 1 safe

-- 1. drop view `gone`: breaking
--    breaks readers and writers: view `gone` is gone
DROP VIEW `gone`;

-- 2. replace view `v`: breaking
--    breaks readers: column a of `v` is of type unknown
--    note: the query of `v` is another: which rows it gives cannot be told from here
CREATE OR REPLACE VIEW `v` AS SELECT a, b FROM `t` WHERE NOT (a = 1);

-- 3. create view `x`: safe
CREATE SQL SECURITY INVOKER VIEW `x` AS SELECT count(*) AS n FROM `t`;
