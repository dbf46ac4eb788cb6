-- from to.sql to from.sql, for mariadb 10
-- 2 steps: 1 breaking, 1 safe

-- 1. drop index `t`.`k1`, `t`.`k4`, `t`.`pre`, `t`.`words`: breaking
--    breaks writers: index `k4`: equal values are taken, ON CONFLICT (`b`, `a`) is not
--    locks `t` (NONE)
--    undo: conditional: equal values written meanwhile keep index `k4` from coming back
--    a row here means that it is not exact: SELECT 1 FROM `t` WHERE `b` IS NOT NULL AND `a` IS NOT NULL GROUP BY `b`, `a` HAVING count(*) > 1 LIMIT 1
ALTER TABLE `t` DROP INDEX `k1`, DROP INDEX `k4`, DROP INDEX `pre`, DROP INDEX `words`, ALGORITHM=NOCOPY, LOCK=NONE;

-- 2. create index `t`.`k1`, `t`.`k2`, `t`.`k3`: safe
--    locks `t` (NONE)
--    reads all of `t`
--    builds `k1`, `k2`, `k3`
ALTER TABLE `t` ADD KEY `k1` (`a`), ADD KEY `k2` (`b`), ADD UNIQUE KEY `k3` (`a`, `b`), ALGORITHM=NOCOPY, LOCK=NONE;
