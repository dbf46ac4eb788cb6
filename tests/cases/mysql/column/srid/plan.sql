-- from from.sql to to.sql, for mysql 8
-- 2 steps: 2 safe

-- 1. alter column `t`.`p`, `t`.`q`: safe
--    note: writers of `t` wait while it is written anew (its size is not known)
--    locks `t` (SHARED)
--    rewrites `t`
--    reads all of `t`
--    builds `PRIMARY`
ALTER TABLE `t` MODIFY COLUMN `p` point NOT NULL SRID 0, MODIFY COLUMN `q` point NOT NULL SRID 4326, ALGORITHM=COPY;

-- 2. create index `t`.`sq`: safe
--    note: writers of `t` wait while it is indexed (its size is not known)
--    locks `t` (SHARED)
--    reads all of `t`
--    builds `sq`
ALTER TABLE `t` ADD SPATIAL KEY `sq` (`q`), ALGORITHM=INPLACE, LOCK=SHARED;
