-- from from.sql to to.sql, for mariadb 10
-- 3 steps: 3 safe

-- 1. create column `t`.`a`, `t`.`c`, `t`.`b`: safe
--    locks `t` (NONE)
--    undo: conditional: what is written to `t`.`a` meanwhile; what is written to `t`.`c` meanwhile; what is written to `t`.`b` meanwhile
ALTER TABLE `t` ADD COLUMN `a` int(11) AFTER `id`, ADD COLUMN `c` text, ADD COLUMN `b` varchar(10) NOT NULL DEFAULT 'x' AFTER `a`, ALGORITHM=INSTANT, LOCK=NONE;

-- 2. create column `t`.`d`: safe
--    locks `t` (NONE)
ALTER TABLE `t` ADD COLUMN `d` int(11) GENERATED ALWAYS AS (z + 1) VIRTUAL, ALGORITHM=INSTANT, LOCK=NONE;

-- 3. create column `t`.`e`: safe
--    locks `t` (NONE)
--    undo: conditional: what is written to `t`.`e` meanwhile
ALTER TABLE `t` ADD COLUMN `e` timestamp NULL, ALGORITHM=INSTANT, LOCK=NONE;
