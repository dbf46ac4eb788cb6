-- from from.sql to to.sql, for mysql 8
-- 2 steps: 2 safe

-- 1. alter column `t`.`a`, `t`.`b`, `t`.`c`: safe
ALTER TABLE `t` MODIFY COLUMN `a` int DEFAULT '2', MODIFY COLUMN `b` varchar(5), MODIFY COLUMN `c` datetime DEFAULT CURRENT_TIMESTAMP, ALGORITHM=INSTANT;

-- 2. alter column `t`.`d`: safe
--    note: writers of `t` wait while it is written anew (its size is not known)
--    locks `t` (SHARED)
--    rewrites `t`
--    reads all of `t`
ALTER TABLE `t` MODIFY COLUMN `d` int DEFAULT (1 + 2), ALGORITHM=COPY;
