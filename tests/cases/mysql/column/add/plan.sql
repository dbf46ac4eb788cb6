-- from from.sql to to.sql, for mysql 8
-- 1 step: 1 safe

-- 1. create column `t`.`a`, `t`.`c`, `t`.`b`, `t`.`d`, `t`.`e`: safe
--    undo: conditional: what is written to `t`.`a` meanwhile; what is written to `t`.`c` meanwhile; what is written to `t`.`b` meanwhile; what is written to `t`.`e` meanwhile
ALTER TABLE `t` ADD COLUMN `a` int AFTER `id`, ADD COLUMN `c` text, ADD COLUMN `b` varchar(10) NOT NULL DEFAULT 'x' AFTER `a`, ADD COLUMN `d` int GENERATED ALWAYS AS (z + 1) VIRTUAL, ADD COLUMN `e` timestamp NULL, ALGORITHM=INSTANT;
