-- from from.sql to to.sql, for mysql 8
-- 3 steps: 2 breaking, 1 safe

-- 1. alter table `a`: breaking
--    loses the rows of `a`
--    breaks readers and writers: `a` keeps no rows
--    note: writers of `a` wait while it is written anew (its size is not known)
--    locks `a` (SHARED)
--    rewrites `a`
--    reads all of `a`
--    builds `PRIMARY`
--    undo: loses data: the rows of `a`
ALTER TABLE `a` ENGINE=BLACKHOLE;

-- 2. alter table `b`: breaking
--    loses the rows of `b`, when the server stops
--    breaks readers and writers: `b` keeps its rows until the server stops
--    note: writers of `b` wait while it is written anew (its size is not known)
--    locks `b` (SHARED)
--    rewrites `b`
--    reads all of `b`
--    builds `PRIMARY`
ALTER TABLE `b` ENGINE=MEMORY;

-- 3. alter table `c`: safe
--    note: `c` has the locks and limits of InnoDB
--    note: writers of `c` wait while it is written anew (its size is not known)
--    locks `c` (SHARED)
--    rewrites `c`
--    reads all of `c`
--    builds `PRIMARY`
ALTER TABLE `c` ENGINE=InnoDB;
