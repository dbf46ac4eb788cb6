-- from from.sql to to.sql, for mysql 8
-- 5 steps: 4 breaking, 1 safe

-- 1. create column `member`.`number`: breaking
--    breaks writers: column `member`.`number` must be given a value
--    note: `number` is zero, empty or the first label in the rows of `member` that are there
--    undo: conditional: what is written to `member`.`number` meanwhile
ALTER TABLE `member` ADD COLUMN `number` int NOT NULL, ALGORITHM=INSTANT;

-- 2. create column `member`.`born`: breaking
--    fails on any row of `member`: it has no value for `born`
--    breaks writers: column `member`.`born` must be given a value
--    note: writers of `member` wait while it is written anew (its size is not known)
--    locks `member` (SHARED)
--    rewrites `member`
--    reads all of `member`
--    builds `PRIMARY`
--    a row here means that it fails: SELECT 1 FROM `member` LIMIT 1
--    undo: conditional: what is written to `member`.`born` meanwhile
ALTER TABLE `member` ADD COLUMN `born` date NOT NULL, ALGORITHM=COPY;

-- 3. create column `member`.`level`: safe
--    undo: conditional: what is written to `member`.`level` meanwhile
ALTER TABLE `member` ADD COLUMN `level` int NOT NULL DEFAULT '1', ALGORITHM=INSTANT;

-- 4. create check `member`.`known`, `member`.`low`: breaking
--    fails on rows that check `member`.`low` refuses
--    breaks writers: check `member`.`low` refuses rows
--    note: writers of `member` wait while it is written anew (its size is not known)
--    locks `member` (SHARED)
--    rewrites `member`
--    reads all of `member`
--    builds `PRIMARY`
--    a row here means that it fails: SELECT 1 FROM `member` WHERE NOT (number > 0) LIMIT 1
ALTER TABLE `member` ADD CONSTRAINT `known` CHECK (level IN (1, 2, 3)), ADD CONSTRAINT `low` CHECK (number > 0), ALGORITHM=COPY;

-- 5. create index `member`.`number`: breaking
--    fails on rows of `member` that are equal in `number`
--    breaks writers: index `number` refuses equal values
--    locks `member` (NONE)
--    reads all of `member`
--    builds `number`
--    a row here means that it fails: SELECT 1 FROM `member` WHERE `number` IS NOT NULL GROUP BY `number` HAVING count(*) > 1 LIMIT 1
ALTER TABLE `member` ADD UNIQUE KEY `number` (`number`), ALGORITHM=INPLACE, LOCK=NONE;
