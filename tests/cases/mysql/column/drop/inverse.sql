-- from to.sql to from.sql, for mysql 8
-- 3 steps: 3 safe

-- 1. drop index `t`.`ab`: safe
--    locks `t` (NONE)
ALTER TABLE `t` DROP INDEX `ab`, ALGORITHM=INPLACE, LOCK=NONE;

-- 2. create column `t`.`a`, `t`.`c`: safe
--    undo: conditional: what is written to `t`.`a` meanwhile; what is written to `t`.`c` meanwhile
ALTER TABLE `t` ADD COLUMN `a` int AFTER `id`, ADD COLUMN `c` int, ALGORITHM=INSTANT;

-- 3. create index `t`.`ab`: safe
--    locks `t` (NONE)
--    reads all of `t`
--    builds `ab`
ALTER TABLE `t` ADD KEY `ab` (`a`, `b`), ALGORITHM=INPLACE, LOCK=NONE;
