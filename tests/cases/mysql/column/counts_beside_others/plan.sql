-- from from.sql to to.sql, for mysql 8
-- 4 steps: 3 breaking, 1 safe

-- 1. create column `queue`.`ticket`, `queue`.`note`, `queue`.`day`: breaking
--    breaks writers: column `queue`.`day` must be given a value
--    note: writers of `queue` wait while it is written anew (its size is not known)
--    note: `day` is zero, empty or the first label in the rows of `queue` that are there
--    locks `queue` (SHARED)
--    rewrites `queue`
--    reads all of `queue`
--    undo: conditional: what is written to `queue`.`ticket` meanwhile; what is written to `queue`.`note` meanwhile; what is written to `queue`.`day` meanwhile
ALTER TABLE `queue` ADD COLUMN `ticket` int NOT NULL AUTO_INCREMENT, ADD PRIMARY KEY (`ticket`, `day`), ADD COLUMN `note` varchar(20), ADD COLUMN `day` int NOT NULL, ALGORITHM=COPY;

-- 2. create column `queue`.`desk`: safe
--    undo: conditional: what is written to `queue`.`desk` meanwhile
ALTER TABLE `queue` ADD COLUMN `desk` int, ALGORITHM=INSTANT;

-- 3. alter parts `seat`.`id`, `seat`.`row_number_`, `seat`.`PRIMARY`: breaking
--    fails on rows of `seat` that are equal in `id`, `row_number_`
--    breaks writers: column `seat`.`row_number_` must be given a value
--    breaks writers: primary key `PRIMARY` refuses equal values
--    note: writers of `seat` wait while it is written anew (its size is not known)
--    note: `row_number_` is zero, empty or the first label in the rows of `seat` that are there
--    locks `seat` (SHARED)
--    rewrites `seat`
--    reads all of `seat`
--    builds `PRIMARY`
--    a row here means that it fails: SELECT 1 FROM `seat` GROUP BY `id`, `row_number_` HAVING count(*) > 1 LIMIT 1
--    undo: conditional: what is written to `seat`.`id` meanwhile; what is written to `seat`.`row_number_` meanwhile
ALTER TABLE `seat` ADD COLUMN `id` bigint NOT NULL AUTO_INCREMENT FIRST, ADD COLUMN `row_number_` int NOT NULL AFTER `id`, DROP PRIMARY KEY, ADD PRIMARY KEY (`id`, `row_number_`), ALGORITHM=COPY;

-- 4. drop column `seat`.`hall`, `seat`.`number`: breaking
--    loses the values of `seat`.`hall`
--    loses the values of `seat`.`number`
--    breaks readers and writers: column `seat`.`hall` is gone
--    breaks readers and writers: column `seat`.`number` is gone
--    note: writers of `seat` wait while it is written anew (its size is not known)
--    locks `seat` (SHARED)
--    rewrites `seat`
--    reads all of `seat`
--    builds `PRIMARY`
--    undo: loses data: the values of `seat`.`hall`; the values of `seat`.`number`
ALTER TABLE `seat` DROP COLUMN `hall`, DROP COLUMN `number`, ALGORITHM=COPY;
