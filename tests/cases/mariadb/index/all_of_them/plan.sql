-- from from.sql to to.sql, for mariadb 10
-- 4 steps: 1 breaking, 3 safe

-- 1. drop index `t`.`k2`, `t`.`k3`: breaking
--    breaks writers: index `k3`: equal values are taken, ON CONFLICT (`a`, `b`) is not
--    locks `t` (NONE)
--    undo: conditional: equal values written meanwhile keep index `k3` from coming back
--    a row here means that it is not exact: SELECT 1 FROM `t` WHERE `a` IS NOT NULL AND `b` IS NOT NULL GROUP BY `a`, `b` HAVING count(*) > 1 LIMIT 1
ALTER TABLE `t` DROP INDEX `k2`, DROP INDEX `k3`, ALGORITHM=NOCOPY, LOCK=NONE;

-- 2. alter index `t`.`k1`: safe
--    locks `t` (NONE)
--    reads all of `t`
--    builds `k1`
ALTER TABLE `t` DROP INDEX `k1`, ADD KEY `k1` (`a` DESC), ALGORITHM=NOCOPY, LOCK=NONE;

-- 3. create index `t`.`k4`, `t`.`pre`: safe
--    locks `t` (NONE)
--    reads all of `t`
--    builds `k4`, `pre`
ALTER TABLE `t` ADD UNIQUE KEY `k4` (`b`, `a`), ADD KEY `pre` (`b`(10)), ALGORITHM=NOCOPY, LOCK=NONE;

-- 4. create index `t`.`words`: safe
--    note: writers of `t` wait while it is written anew (its size is not known)
--    locks `t` (SHARED)
--    rewrites `t`
--    reads all of `t`
--    builds `k1`, `keep`, `words`
ALTER TABLE `t` ADD FULLTEXT KEY `words` (`c`), ALGORITHM=INPLACE, LOCK=SHARED;
