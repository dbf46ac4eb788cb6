-- from to.sql to from.sql, for mysql 8
-- 3 steps: 1 breaking, 2 safe

-- 1. alter table `a`: safe
--    note: `a` has the locks and limits of InnoDB
--    note: writers of `a` wait while it is written anew (its size is not known)
--    locks `a` (SHARED)
--    rewrites `a`
--    reads all of `a`
--    builds `PRIMARY`
ALTER TABLE `a` ENGINE=InnoDB;

-- 2. alter table `b`: safe
--    note: `b` has the locks and limits of InnoDB
--    note: writers of `b` wait while it is written anew (its size is not known)
--    locks `b` (SHARED)
--    rewrites `b`
--    reads all of `b`
--    builds `PRIMARY`
ALTER TABLE `b` ENGINE=InnoDB;

-- 3. alter table `c`: breaking
--    breaks readers and writers: `c` has no transactions any more
--    note: `c` has the locks and limits of MyISAM
--    note: writers of `c` wait while it is written anew (its size is not known)
--    locks `c` (SHARED)
--    rewrites `c`
--    reads all of `c`
--    builds `PRIMARY`
ALTER TABLE `c` ENGINE=MyISAM;
