-- from to.sql to from.sql, for mysql 8
-- 2 steps: 1 breaking, 1 safe

-- 1. alter check `t`.`c1`: breaking
--    fails on rows that check `t`.`c1` refuses
--    breaks writers: check `t`.`c1` refuses rows
--    note: writers of `t` wait while it is written anew (its size is not known)
--    locks `t` (SHARED)
--    rewrites `t`
--    reads all of `t`
--    a row here means that it fails: SELECT 1 FROM `t` WHERE NOT (a > 0) LIMIT 1
ALTER TABLE `t` ALTER CHECK `c1` ENFORCED, ALGORITHM=COPY;

-- 2. alter check `t`.`c2`: safe
ALTER TABLE `t` ALTER CHECK `c2` NOT ENFORCED, ALGORITHM=INSTANT;
