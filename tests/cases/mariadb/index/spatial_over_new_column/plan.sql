-- from from.sql to to.sql, for mariadb 10
-- 2 steps: 2 breaking

-- 1. create column `place`.`at`: breaking
--    breaks writers: column `place`.`at` must be given a value
--    note: `at` is zero, empty or the first label in the rows of `place` that are there
--    note: writers of `place` wait while it is written anew (its size is not known)
--    locks `place` (SHARED)
--    rewrites `place`
--    reads all of `place`
--    builds `PRIMARY`
--    undo: conditional: what is written to `place`.`at` meanwhile
ALTER TABLE `place` ADD COLUMN `at` point NOT NULL, ALGORITHM=COPY;

-- 2. create index `place`.`at`: breaking
--    fails on any row of `place`: `at` is no geometry in it
--    note: writers of `place` wait while it is indexed (its size is not known)
--    locks `place` (SHARED)
--    reads all of `place`
--    builds `at`
--    a row here means that it fails: SELECT 1 FROM `place` LIMIT 1
ALTER TABLE `place` ADD SPATIAL KEY `at` (`at`), ALGORITHM=NOCOPY, LOCK=SHARED;
