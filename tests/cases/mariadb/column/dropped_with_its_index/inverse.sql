-- from to.sql to from.sql, for mariadb 10
-- 3 steps: 3 safe

-- 1. drop index `shelf`.`by_height`: safe
--    locks `shelf` (NONE)
ALTER TABLE `shelf` DROP INDEX `by_height`, ALGORITHM=NOCOPY, LOCK=NONE;

-- 2. create column `shelf`.`place`: safe
--    locks `shelf` (NONE)
--    undo: conditional: what is written to `shelf`.`place` meanwhile
ALTER TABLE `shelf` ADD COLUMN `place` int(11) AFTER `id`, ALGORITHM=INSTANT, LOCK=NONE;

-- 3. alter index `shelf`.`by_place`: safe
--    locks `shelf` (NONE)
--    reads all of `shelf`
--    builds `by_place`
ALTER TABLE `shelf` DROP INDEX `by_place`, ADD KEY `by_place` (`place`), ALGORITHM=NOCOPY, LOCK=NONE;
