-- from to.sql to from.sql, for mariadb 10
-- 3 steps: 3 safe

-- 1. drop index `t`.`ab`: safe
--    locks `t` (NONE)
ALTER TABLE `t` DROP INDEX `ab`, ALGORITHM=NOCOPY, LOCK=NONE;

-- 2. create column `t`.`a`, `t`.`c`: safe
--    locks `t` (NONE)
--    undo: conditional: what is written to `t`.`a` meanwhile; what is written to `t`.`c` meanwhile
ALTER TABLE `t` ADD COLUMN `a` int(11) AFTER `id`, ADD COLUMN `c` int(11), ALGORITHM=INSTANT, LOCK=NONE;

-- 3. create index `t`.`ab`: safe
--    locks `t` (NONE)
--    reads all of `t`
--    builds `ab`
ALTER TABLE `t` ADD KEY `ab` (`a`, `b`), ALGORITHM=NOCOPY, LOCK=NONE;
