-- from to.sql to from.sql, for mysql 8
-- 4 steps: 4 breaking

-- 1. alter primary key `guest`.`PRIMARY`: breaking
--    fails on rows of `guest` that are equal in `number`
--    breaks writers: primary key `PRIMARY` refuses equal values
--    locks `guest` (NONE)
--    rewrites `guest`
--    reads all of `guest`
--    builds `PRIMARY`
--    a row here means that it fails: SELECT 1 FROM `guest` GROUP BY `number` HAVING count(*) > 1 LIMIT 1
ALTER TABLE `guest` DROP PRIMARY KEY, ADD PRIMARY KEY (`number`), ALGORITHM=INPLACE, LOCK=NONE;

-- 2. alter column `guest`.`number`: breaking
--    loses what int does not hold of `guest`.`number`
--    fails on values that are not of type int in `guest`.`number`
--    fails on rows of `guest` where `number` IS NULL
--    breaks readers: column `guest`.`number` is of type int for its readers
--    breaks writers: column `guest`.`number` refuses values that are not of type int
--    breaks writers: column `guest`.`number` takes no nulls any more
--    note: writers of `guest` wait while it is written anew (its size is not known)
--    locks `guest` (SHARED)
--    rewrites `guest`
--    reads all of `guest`
--    builds `PRIMARY`
--    a row here means that it fails: SELECT 1 FROM `guest` WHERE `number` IS NULL LIMIT 1
--    undo: loses data: what int does not hold of `guest`.`number` do not come back
ALTER TABLE `guest` MODIFY COLUMN `number` int NOT NULL AUTO_INCREMENT, ALGORITHM=COPY;

-- 3. alter parts `room`.`PRIMARY`, `room`.`id`: breaking
--    loses the values of `room`.`id`
--    fails on rows of `room` that are equal in `door`, `floor`
--    breaks writers: primary key `PRIMARY` refuses equal values
--    breaks readers and writers: column `room`.`id` is gone
--    note: writers of `room` wait while it is written anew (its size is not known)
--    locks `room` (SHARED)
--    rewrites `room`
--    reads all of `room`
--    builds `PRIMARY`
--    a row here means that it fails: SELECT 1 FROM `room` GROUP BY `door`, `floor` HAVING count(*) > 1 LIMIT 1
--    undo: loses data: the values of `room`.`id`
ALTER TABLE `room` DROP PRIMARY KEY, ADD PRIMARY KEY (`door`, `floor`), DROP COLUMN `id`, ALGORITHM=COPY;

-- 4. alter column `room`.`door`: breaking
--    loses decimals of `room`.`door`
--    fails on numbers outside of a int in `room`.`door`
--    fails on rows of `room` where `door` IS NULL
--    breaks readers: column `room`.`door` is of type int for its readers
--    breaks writers: column `room`.`door` refuses numbers outside of a int
--    breaks writers: column `room`.`door` takes no nulls any more
--    note: writers of `room` wait while it is written anew (its size is not known)
--    locks `room` (SHARED)
--    rewrites `room`
--    reads all of `room`
--    builds `PRIMARY`
--    a row here means that it fails: SELECT 1 FROM `room` WHERE NOT (ROUND(`door`) BETWEEN -2147483648 AND 2147483647) LIMIT 1
--    a row here means that it fails: SELECT 1 FROM `room` WHERE `door` IS NULL LIMIT 1
--    undo: loses data: decimals of `room`.`door` do not come back
ALTER TABLE `room` MODIFY COLUMN `door` int NOT NULL AUTO_INCREMENT, ALGORITHM=COPY;
