-- from to.sql to from.sql, for mariadb 10
-- 2 steps: 1 breaking, 1 safe

-- 1. drop index `place`.`at`: safe
--    locks `place` (NONE)
ALTER TABLE `place` DROP INDEX `at`, ALGORITHM=NOCOPY, LOCK=NONE;

-- 2. drop column `place`.`at`: breaking
--    loses the values of `place`.`at`
--    breaks readers and writers: column `place`.`at` is gone
--    locks `place` (NONE)
--    undo: loses data: the values of `place`.`at`
ALTER TABLE `place` DROP COLUMN `at`, ALGORITHM=INSTANT, LOCK=NONE;
