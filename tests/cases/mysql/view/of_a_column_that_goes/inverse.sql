-- from to.sql to from.sql, for mysql 8
-- 2 steps: 1 breaking, 1 safe

-- 1. create column `t`.`b`: safe
--    undo: conditional: what is written to `t`.`b` meanwhile
ALTER TABLE `t` ADD COLUMN `b` int, ALGORITHM=INSTANT;

-- 2. replace view `v`: breaking
--    breaks readers: column a of `v` is of type unknown
--    note: the query of `v` is another: which rows it gives cannot be told from here
CREATE OR REPLACE VIEW `v` AS SELECT a, b FROM `t`;
