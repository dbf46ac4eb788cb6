-- from to.sql to from.sql, for mysql 8
-- 2 steps: 2 breaking

-- 1. drop index `member`.`number`: breaking
--    breaks writers: index `number`: equal values are taken, ON CONFLICT (`number`) is not
--    locks `member` (NONE)
--    undo: conditional: equal values written meanwhile keep index `number` from coming back
--    a row here means that it is not exact: SELECT 1 FROM `member` WHERE `number` IS NOT NULL GROUP BY `number` HAVING count(*) > 1 LIMIT 1
ALTER TABLE `member` DROP INDEX `number`, ALGORITHM=INPLACE, LOCK=NONE;

-- 2. alter parts `member`.`known`, `member`.`low`, `member`.`number`, `member`.`born`, `member`.`level`: breaking
--    loses the values of `member`.`number`
--    loses the values of `member`.`born`
--    loses the values of `member`.`level`
--    breaks readers and writers: column `member`.`number` is gone
--    breaks readers and writers: column `member`.`born` is gone
--    breaks readers and writers: column `member`.`level` is gone
--    undo: loses data: the values of `member`.`number`; the values of `member`.`born`; the values of `member`.`level`
ALTER TABLE `member` DROP CONSTRAINT `known`, DROP CONSTRAINT `low`, DROP COLUMN `number`, DROP COLUMN `born`, DROP COLUMN `level`, ALGORITHM=INSTANT;
