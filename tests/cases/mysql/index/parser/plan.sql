-- from from.sql to to.sql, for mysql 8
-- 3 steps: 3 safe

-- 1. drop index `t`.`f`: safe
--    locks `t` (NONE)
ALTER TABLE `t` DROP INDEX `f`, ALGORITHM=INPLACE, LOCK=NONE;

-- 2. create index `t`.`f`: safe
--    note: writers of `t` wait while it is indexed (its size is not known)
--    locks `t` (SHARED)
--    reads all of `t`
--    builds `f`
ALTER TABLE `t` ADD FULLTEXT KEY `f` (`a`), ALGORITHM=INPLACE, LOCK=SHARED;

-- 3. create index `t`.`g`: safe
--    note: writers of `t` wait while it is indexed (its size is not known)
--    locks `t` (SHARED)
--    reads all of `t`
--    builds `g`
ALTER TABLE `t` ADD FULLTEXT KEY `g` (`a`) WITH PARSER `ngram`, ALGORITHM=INPLACE, LOCK=SHARED;
