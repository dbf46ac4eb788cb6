-- from to.sql to from.sql, for mariadb 10
-- 2 steps: 2 safe

-- 1. create column `t`.`a`, `t`.`c`: safe
--    locks `t` (NONE)
--    undo: conditional: what is written to `t`.`a` meanwhile; what is written to `t`.`c` meanwhile
ALTER TABLE `t` ADD COLUMN `a` int(11) AFTER `id`, ADD COLUMN `c` int(11), ALGORITHM=INSTANT, LOCK=NONE;

-- 2. alter index `t`.`ab`: safe
--    locks `t` (NONE)
--    reads all of `t`
--    builds `ab`
ALTER TABLE `t` DROP INDEX `ab`, ADD KEY `ab` (`a`, `b`), ALGORITHM=NOCOPY, LOCK=NONE;
