-- from to.sql to from.sql, for mariadb 10
-- 2 steps: 1 breaking, 1 safe

-- 1. alter table `t`: breaking
--    loses the history of `t`
--    note: writers of `t` wait while it is written anew (its size is not known)
--    locks `t` (SHARED)
--    rewrites `t`
--    reads all of `t`
--    undo: loses data: the history of `t`
ALTER TABLE `t` DROP SYSTEM VERSIONING, ALGORITHM=COPY;

-- 2. alter table `u`: safe
--    note: writers of `u` wait while it is written anew (its size is not known)
--    locks `u` (SHARED)
--    rewrites `u`
--    reads all of `u`
ALTER TABLE `u` ADD SYSTEM VERSIONING, ALGORITHM=COPY;
