-- from to.sql to from.sql, for mysql 8
-- 3 steps: 2 breaking, 1 safe

-- 1. drop column `t`.`a`, `t`.`f`, `t`.`c`: breaking
--    loses the values of `t`.`a`
--    loses the values of `t`.`f`
--    loses the values of `t`.`c`
--    breaks readers and writers: column `t`.`a` is gone
--    breaks readers and writers: column `t`.`f` is gone
--    breaks readers and writers: column `t`.`c` is gone
--    undo: loses data: the values of `t`.`a`; the values of `t`.`f`; the values of `t`.`c`
ALTER TABLE `t` DROP COLUMN `a`, DROP COLUMN `f`, DROP COLUMN `c`, ALGORITHM=INSTANT;

-- 2. alter column `t`.`d`: safe
--    locks `t` (NONE)
--    rewrites `t`
--    reads all of `t`
ALTER TABLE `t` MODIFY COLUMN `d` int NOT NULL FIRST, ALGORITHM=INPLACE, LOCK=NONE;

-- 3. alter column `t`.`g`: breaking
--    loses what date does not hold of `t`.`g`
--    fails on values that are not of type date in `t`.`g`
--    breaks readers: column `t`.`g` is of type date for its readers
--    breaks writers: column `t`.`g` refuses values that are not of type date
--    note: writers of `t` wait while it is written anew (its size is not known)
--    locks `t` (SHARED)
--    rewrites `t`
--    reads all of `t`
--    undo: loses data: what date does not hold of `t`.`g` do not come back
ALTER TABLE `t` MODIFY COLUMN `g` date, ALGORITHM=COPY;
