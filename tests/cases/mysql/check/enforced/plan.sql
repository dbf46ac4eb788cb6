-- from from.sql to to.sql, for mysql 8
-- 2 steps: 1 breaking, 1 safe

-- 1. alter check `t`.`c1`: safe
ALTER TABLE `t` ALTER CHECK `c1` NOT ENFORCED, ALGORITHM=INSTANT;

-- 2. alter check `t`.`c2`: breaking
--    fails on rows that check `t`.`c2` refuses
--    breaks writers: check `t`.`c2` refuses rows
--    note: writers of `t` wait while it is written anew (its size is not known)
--    locks `t` (SHARED)
--    rewrites `t`
--    reads all of `t`
--    a row here means that it fails: SELECT 1 FROM `t` WHERE NOT (a < 9) LIMIT 1
ALTER TABLE `t` ALTER CHECK `c2` ENFORCED, ALGORITHM=COPY;
