-- from to.sql to from.sql, for mysql 8
-- 7 steps: 7 breaking

-- 1. alter parts `queue`.`PRIMARY`, `queue`.`ticket`: breaking
--    loses the values of `queue`.`ticket`
--    breaks writers: primary key `PRIMARY`: equal values are taken, ON CONFLICT (`ticket`, `day`) is not
--    breaks readers and writers: column `queue`.`ticket` is gone
--    note: writers of `queue` wait while it is written anew (its size is not known)
--    locks `queue` (SHARED)
--    rewrites `queue`
--    reads all of `queue`
--    undo: loses data: the values of `queue`.`ticket`
ALTER TABLE `queue` DROP PRIMARY KEY, DROP COLUMN `ticket`, ALGORITHM=COPY;

-- 2. drop column `queue`.`note`: breaking
--    loses the values of `queue`.`note`
--    breaks readers and writers: column `queue`.`note` is gone
--    undo: loses data: the values of `queue`.`note`
ALTER TABLE `queue` DROP COLUMN `note`, ALGORITHM=INSTANT;

-- 3. drop column `queue`.`day`: breaking
--    loses the values of `queue`.`day`
--    breaks readers and writers: column `queue`.`day` is gone
--    note: writers of `queue` wait while it is written anew (its size is not known)
--    locks `queue` (SHARED)
--    rewrites `queue`
--    reads all of `queue`
--    undo: loses data: the values of `queue`.`day`
ALTER TABLE `queue` DROP COLUMN `day`, ALGORITHM=COPY;

-- 4. drop column `queue`.`desk`: breaking
--    loses the values of `queue`.`desk`
--    breaks readers and writers: column `queue`.`desk` is gone
--    undo: loses data: the values of `queue`.`desk`
ALTER TABLE `queue` DROP COLUMN `desk`, ALGORITHM=INSTANT;

-- 5. create column `seat`.`hall`, `seat`.`number`: breaking
--    breaks writers: column `seat`.`hall` must be given a value
--    breaks writers: column `seat`.`number` must be given a value
--    note: `hall` is zero, empty or the first label in the rows of `seat` that are there
--    note: `number` is zero, empty or the first label in the rows of `seat` that are there
--    undo: conditional: what is written to `seat`.`hall` meanwhile; what is written to `seat`.`number` meanwhile
ALTER TABLE `seat` ADD COLUMN `hall` int NOT NULL FIRST, ADD COLUMN `number` int NOT NULL AFTER `hall`, ALGORITHM=INSTANT;

-- 6. alter parts `seat`.`PRIMARY`, `seat`.`id`: breaking
--    loses the values of `seat`.`id`
--    fails on rows of `seat` that are equal in `hall`, `number`
--    breaks writers: primary key `PRIMARY` refuses equal values
--    breaks readers and writers: column `seat`.`id` is gone
--    note: writers of `seat` wait while it is written anew (its size is not known)
--    locks `seat` (SHARED)
--    rewrites `seat`
--    reads all of `seat`
--    builds `PRIMARY`
--    a row here means that it fails: SELECT 1 FROM `seat` GROUP BY `hall`, `number` HAVING count(*) > 1 LIMIT 1
--    undo: loses data: the values of `seat`.`id`
ALTER TABLE `seat` DROP PRIMARY KEY, ADD PRIMARY KEY (`hall`, `number`), DROP COLUMN `id`, ALGORITHM=COPY;

-- 7. drop column `seat`.`row_number_`: breaking
--    loses the values of `seat`.`row_number_`
--    breaks readers and writers: column `seat`.`row_number_` is gone
--    note: writers of `seat` wait while it is written anew (its size is not known)
--    locks `seat` (SHARED)
--    rewrites `seat`
--    reads all of `seat`
--    builds `PRIMARY`
--    undo: loses data: the values of `seat`.`row_number_`
ALTER TABLE `seat` DROP COLUMN `row_number_`, ALGORITHM=COPY;
