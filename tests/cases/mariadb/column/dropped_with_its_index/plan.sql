-- from from.sql to to.sql, for mariadb 10
-- 3 steps: 1 breaking, 2 safe

-- 1. create index `shelf`.`by_height`: safe
--    locks `shelf` (NONE)
--    reads all of `shelf`
--    builds `by_height`
ALTER TABLE `shelf` ADD KEY `by_height` (`height`), ALGORITHM=NOCOPY, LOCK=NONE;

-- 2. alter index `shelf`.`by_place`: safe
--    locks `shelf` (NONE)
--    reads all of `shelf`
--    builds `by_place`
ALTER TABLE `shelf` DROP INDEX `by_place`, ADD KEY `by_place` (`label`), ALGORITHM=NOCOPY, LOCK=NONE;

-- 3. drop column `shelf`.`place`: breaking
--    loses the values of `shelf`.`place`
--    breaks readers and writers: column `shelf`.`place` is gone
--    locks `shelf` (NONE)
--    undo: loses data: the values of `shelf`.`place`
ALTER TABLE `shelf` DROP COLUMN `place`, ALGORITHM=NOCOPY, LOCK=NONE;
