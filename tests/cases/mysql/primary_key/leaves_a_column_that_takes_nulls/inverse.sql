-- from to.sql to from.sql, for mysql 8
-- 4 steps: 3 breaking, 1 safe

-- 1. alter column `bid`.`bidder`: breaking
--    fails on rows of `bid` where `bidder` IS NULL
--    breaks writers: column `bid`.`bidder` takes no nulls any more
--    locks `bid` (NONE)
--    rewrites `bid`
--    reads all of `bid`
--    builds `PRIMARY`
--    a row here means that it fails: SELECT 1 FROM `bid` WHERE `bidder` IS NULL LIMIT 1
ALTER TABLE `bid` MODIFY COLUMN `bidder` int NOT NULL, ALGORITHM=INPLACE, LOCK=NONE;

-- 2. alter column `lot`.`number`: breaking
--    fails on rows of `lot` where `number` IS NULL
--    breaks writers: column `lot`.`number` takes no nulls any more
--    locks `lot` (NONE)
--    rewrites `lot`
--    reads all of `lot`
--    builds `PRIMARY`
--    a row here means that it fails: SELECT 1 FROM `lot` WHERE `number` IS NULL LIMIT 1
ALTER TABLE `lot` MODIFY COLUMN `number` int NOT NULL, ALGORITHM=INPLACE, LOCK=NONE;

-- 3. alter parts `bid`.`PRIMARY`, `bid`.`at`: breaking
--    fails on rows of `bid` that are equal in `lot`, `bidder`
--    breaks writers: primary key `PRIMARY` refuses equal values
--    note: readers of column `bid`.`at` may find nulls
--    locks `bid` (NONE)
--    rewrites `bid`
--    reads all of `bid`
--    builds `PRIMARY`
--    a row here means that it fails: SELECT 1 FROM `bid` GROUP BY `lot`, `bidder` HAVING count(*) > 1 LIMIT 1
--    undo: conditional: nulls written meanwhile keep NOT NULL from coming back
--    a row here means that it is not exact: SELECT 1 FROM `bid` WHERE `at` IS NULL LIMIT 1
ALTER TABLE `bid` DROP PRIMARY KEY, ADD PRIMARY KEY (`lot`, `bidder`), MODIFY COLUMN `at` datetime, ALGORITHM=INPLACE, LOCK=NONE;

-- 4. alter primary key `lot`.`PRIMARY`: safe
--    locks `lot` (NONE)
--    rewrites `lot`
--    reads all of `lot`
--    builds `PRIMARY`
ALTER TABLE `lot` DROP PRIMARY KEY, ADD PRIMARY KEY (`auction`, `number`), ALGORITHM=INPLACE, LOCK=NONE;
