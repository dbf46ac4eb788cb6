-- from to.sql to from.sql, for mysql 8
-- 3 steps: 3 safe

-- 1. drop index `t`.`f`: safe
--    locks `t` (NONE)
ALTER TABLE `t` DROP INDEX `f`, ALGORITHM=INPLACE, LOCK=NONE;

-- 2. drop index `t`.`g`: safe
--    locks `t` (NONE)
ALTER TABLE `t` DROP INDEX `g`, ALGORITHM=INPLACE, LOCK=NONE;

-- 3. create index `t`.`f`: safe
--    note: writers of `t` wait while it is indexed (its size is not known)
--    locks `t` (SHARED)
--    reads all of `t`
--    builds `f`
ALTER TABLE `t` ADD FULLTEXT KEY `f` (`a`) WITH PARSER `ngram`, ALGORITHM=INPLACE, LOCK=SHARED;
