-- from from.sql to to.sql, for mariadb 10
-- 2 steps: 2 breaking

-- 1. replace view `v`: breaking
--    breaks readers: column a of `v` is of type unknown
--    breaks readers and writers: column b of `v` is gone
--    note: the query of `v` is another: which rows it gives cannot be told from here
CREATE OR REPLACE VIEW `v` AS SELECT a FROM `t`;

-- 2. drop column `t`.`b`: breaking
--    loses the values of `t`.`b`
--    breaks readers and writers: column `t`.`b` is gone
--    locks `t` (NONE)
--    undo: loses data: the values of `t`.`b`
ALTER TABLE `t` DROP COLUMN `b`, ALGORITHM=INSTANT, LOCK=NONE;
