-- from from.sql to to.sql, for mariadb 10
-- 2 steps: 1 breaking, 1 safe

-- 1. alter table `t`: safe
--    note: writers of `t` wait while it is written anew (its size is not known)
--    locks `t` (SHARED)
--    rewrites `t`
--    reads all of `t`
ALTER TABLE `t` ADD SYSTEM VERSIONING, ALGORITHM=COPY;

-- 2. alter table `u`: breaking
--    loses the history of `u`
--    note: writers of `u` wait while it is written anew (its size is not known)
--    locks `u` (SHARED)
--    rewrites `u`
--    reads all of `u`
--    undo: loses data: the history of `u`
ALTER TABLE `u` DROP SYSTEM VERSIONING, ALGORITHM=COPY;
