-- from to.sql to from.sql, for mariadb 10
-- 3 steps: 2 breaking, 1 safe

-- 1. drop view `x`: breaking
--    breaks readers and writers: view `x` is gone
DROP VIEW `x`;

-- 2. create view `gone`: safe
CREATE VIEW `gone` AS SELECT 1 AS one;

-- 3. replace view `v`: breaking
--    breaks readers: column a of `v` is of type unknown
--    breaks readers and writers: column b of `v` is gone
--    note: the query of `v` is another: which rows it gives cannot be told from here
CREATE OR REPLACE VIEW `v` AS SELECT a FROM `t`;
