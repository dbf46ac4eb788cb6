-- from from.sql to to.sql, for mysql 8
-- 2 steps: 1 breaking, 1 safe

-- 1. drop check `t`.`c1`, `t`.`c2`: safe
--    undo: conditional: rows it would have refused, written meanwhile, keep it from coming back
--    a row here means that it is not exact: SELECT 1 FROM `t` WHERE NOT (a > 0) LIMIT 1
ALTER TABLE `t` DROP CONSTRAINT `c1`, DROP CONSTRAINT `c2`, ALGORITHM=INSTANT;

-- 2. create check `t`.`c1`, `t`.`c3`: breaking
--    fails on rows that check `t`.`c1` refuses
--    fails on rows that check `t`.`c3` refuses
--    breaks writers: check `t`.`c1` refuses rows
--    breaks writers: check `t`.`c3` refuses rows
--    note: writers of `t` wait while it is written anew (its size is not known)
--    locks `t` (SHARED)
--    rewrites `t`
--    reads all of `t`
--    a row here means that it fails: SELECT 1 FROM `t` WHERE NOT (a > 1) LIMIT 1
--    a row here means that it fails: SELECT 1 FROM `t` WHERE NOT (a IN (1, 2)) LIMIT 1
ALTER TABLE `t` ADD CONSTRAINT `c1` CHECK (a > 1), ADD CONSTRAINT `c3` CHECK (a IN (1, 2)), ALGORITHM=COPY;
