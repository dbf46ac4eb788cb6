-- from to.sql to from.sql, for mysql 8
-- 4 steps: 1 breaking, 3 safe

-- 1. drop index `t`.`k4`, `t`.`pre`: breaking
--    breaks writers: index `k4`: equal values are taken, ON CONFLICT (`b`, `a`) is not
--    locks `t` (NONE)
--    undo: conditional: equal values written meanwhile keep index `k4` from coming back
--    a row here means that it is not exact: SELECT 1 FROM `t` WHERE `b` IS NOT NULL AND `a` IS NOT NULL GROUP BY `b`, `a` HAVING count(*) > 1 LIMIT 1
ALTER TABLE `t` DROP INDEX `k4`, DROP INDEX `pre`, ALGORITHM=INPLACE, LOCK=NONE;

-- 2. drop index `t`.`words`: safe
--    locks `t` (NONE)
ALTER TABLE `t` DROP INDEX `words`, ALGORITHM=INPLACE, LOCK=NONE;

-- 3. alter index `t`.`k1`: safe
--    locks `t` (NONE)
--    reads all of `t`
--    builds `k1`
ALTER TABLE `t` DROP INDEX `k1`, ADD KEY `k1` (`a`), ALGORITHM=INPLACE, LOCK=NONE;

-- 4. create index `t`.`k2`, `t`.`k3`: safe
--    locks `t` (NONE)
--    reads all of `t`
--    builds `k2`, `k3`
ALTER TABLE `t` ADD KEY `k2` (`b`), ADD UNIQUE KEY `k3` (`a`, `b`), ALGORITHM=INPLACE, LOCK=NONE;
