-- from to.sql to from.sql, for mysql 8
-- 2 steps: 2 safe

-- 1. drop index `t`.`sq`: safe
--    locks `t` (NONE)
ALTER TABLE `t` DROP INDEX `sq`, ALGORITHM=INPLACE, LOCK=NONE;

-- 2. alter column `t`.`p`, `t`.`q`: safe
--    note: writers of `t` wait while it is written anew (its size is not known)
--    locks `t` (SHARED)
--    rewrites `t`
--    reads all of `t`
--    builds `PRIMARY`
ALTER TABLE `t` MODIFY COLUMN `p` point NOT NULL SRID 4326, MODIFY COLUMN `q` point NOT NULL SRID 0, ALGORITHM=COPY;
