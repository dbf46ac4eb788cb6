-- from from.sql to to.sql, for mysql 8
-- 2 steps: 2 breaking

-- 1. alter parts `room`.`id`, `room`.`door`, `room`.`PRIMARY`: breaking
--    fails on numbers of more than 6 digits in `room`.`door`
--    fails on rows of `room` that are equal in `id`
--    breaks readers: column `room`.`door` is of type decimal(8,2) for its readers
--    breaks writers: column `room`.`door` refuses numbers of more than 6 digits
--    breaks writers: primary key `PRIMARY` refuses equal values
--    note: writers of `room` wait while it is written anew (its size is not known)
--    note: readers of column `room`.`door` may find nulls
--    locks `room` (SHARED)
--    rewrites `room`
--    reads all of `room`
--    builds `PRIMARY`
--    a row here means that it fails: SELECT 1 FROM `room` WHERE NOT (`door` > -1e6 AND `door` < 1e6) LIMIT 1
--    a row here means that it fails: SELECT 1 FROM `room` GROUP BY `id` HAVING count(*) > 1 LIMIT 1
--    undo: conditional: what is written to `room`.`id` meanwhile; nulls written meanwhile keep NOT NULL from coming back
ALTER TABLE `room` ADD COLUMN `id` bigint NOT NULL AUTO_INCREMENT, MODIFY COLUMN `door` decimal(8,2), DROP PRIMARY KEY, ADD PRIMARY KEY (`id`), ALGORITHM=COPY;

-- 2. alter parts `guest`.`PRIMARY`, `guest`.`number`: breaking
--    fails on rows of `guest` that are equal in `name`
--    fails on values of more than 20 characters in `guest`.`number`
--    breaks writers: primary key `PRIMARY` refuses equal values
--    breaks readers: column `guest`.`number` is of type varchar(20) for its readers
--    breaks writers: column `guest`.`number` refuses values of more than 20 characters
--    note: writers of `guest` wait while it is written anew (its size is not known)
--    note: readers of column `guest`.`number` may find nulls
--    locks `guest` (SHARED)
--    rewrites `guest`
--    reads all of `guest`
--    builds `PRIMARY`
--    a row here means that it fails: SELECT 1 FROM `guest` GROUP BY `name` HAVING count(*) > 1 LIMIT 1
--    a row here means that it fails: SELECT 1 FROM `guest` WHERE NOT (CHAR_LENGTH(`number`) <= 20) LIMIT 1
--    undo: conditional: nulls written meanwhile keep NOT NULL from coming back
--    a row here means that it is not exact: SELECT 1 FROM `guest` WHERE `number` IS NULL LIMIT 1
ALTER TABLE `guest` DROP PRIMARY KEY, ADD PRIMARY KEY (`name`), MODIFY COLUMN `number` varchar(20), ALGORITHM=COPY;
