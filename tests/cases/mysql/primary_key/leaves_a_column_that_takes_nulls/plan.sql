-- from from.sql to to.sql, for mysql 8
-- 2 steps: 2 breaking

-- 1. alter parts `bid`.`at`, `bid`.`PRIMARY`, `bid`.`bidder`: breaking
--    fails on rows of `bid` where `at` IS NULL
--    fails on rows of `bid` that are equal in `lot`, `at`
--    breaks writers: column `bid`.`at` takes no nulls any more
--    breaks writers: primary key `PRIMARY` refuses equal values
--    note: readers of column `bid`.`bidder` may find nulls
--    locks `bid` (NONE)
--    rewrites `bid`
--    reads all of `bid`
--    builds `PRIMARY`
--    a row here means that it fails: SELECT 1 FROM `bid` WHERE `at` IS NULL LIMIT 1
--    a row here means that it fails: SELECT 1 FROM `bid` GROUP BY `lot`, `at` HAVING count(*) > 1 LIMIT 1
--    undo: conditional: nulls written meanwhile keep NOT NULL from coming back
--    a row here means that it is not exact: SELECT 1 FROM `bid` WHERE `bidder` IS NULL LIMIT 1
ALTER TABLE `bid` MODIFY COLUMN `at` datetime NOT NULL, DROP PRIMARY KEY, ADD PRIMARY KEY (`lot`, `at`), MODIFY COLUMN `bidder` int, ALGORITHM=INPLACE, LOCK=NONE;

-- 2. alter parts `lot`.`PRIMARY`, `lot`.`number`: breaking
--    fails on rows of `lot` that are equal in `auction`
--    breaks writers: primary key `PRIMARY` refuses equal values
--    note: readers of column `lot`.`number` may find nulls
--    locks `lot` (NONE)
--    rewrites `lot`
--    reads all of `lot`
--    builds `PRIMARY`
--    a row here means that it fails: SELECT 1 FROM `lot` GROUP BY `auction` HAVING count(*) > 1 LIMIT 1
--    undo: conditional: nulls written meanwhile keep NOT NULL from coming back
--    a row here means that it is not exact: SELECT 1 FROM `lot` WHERE `number` IS NULL LIMIT 1
ALTER TABLE `lot` DROP PRIMARY KEY, ADD PRIMARY KEY (`auction`), MODIFY COLUMN `number` int, ALGORITHM=INPLACE, LOCK=NONE;
