-- from from.sql to to.sql, for mysql 8
-- 21 steps: 8 breaking, 13 safe

-- 1. drop index `counted`.`by_amount`: breaking
--    breaks writers: index `by_amount`: equal values are taken, ON CONFLICT (`amount`) is not
--    locks `counted` (NONE)
--    undo: conditional: equal values written meanwhile keep index `by_amount` from coming back
--    a row here means that it is not exact: SELECT 1 FROM `counted` WHERE `amount` IS NOT NULL GROUP BY `amount` HAVING count(*) > 1 LIMIT 1
ALTER TABLE `counted` DROP INDEX `by_amount`;

-- 2. drop foreign key `label`.`on_parcel`: safe
--    locks `label` (NONE)
--    undo: conditional: rows without their counterpart, written meanwhile, keep it from coming back
--    a row here means that it is not exact: SELECT 1 FROM `label` c WHERE c.`parcel` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `parcel` p WHERE p.`id` = c.`parcel`) LIMIT 1
ALTER TABLE `label` DROP FOREIGN KEY `on_parcel`;

-- 3. alter table `label`: safe
--    note: writers of `label` wait while it is written anew (its size is not known)
--    locks `label` (SHARED)
--    rewrites `label`
--    reads all of `label`
--    builds `PRIMARY`, `on_parcel`
ALTER TABLE `label` PARTITION BY HASH (id) PARTITIONS 2;

-- 4. alter table `measured`: safe
--    locks `measured` (SHARED)
ALTER TABLE `measured` REMOVE PARTITIONING;

-- 5. alter table `measured`: safe
--    locks `measured` (NONE)
ALTER TABLE `measured` DEFAULT CHARACTER SET = utf8mb4;

-- 6. alter table `parcel`: safe
--    note: writers of `parcel` wait while it is written anew (its size is not known)
--    locks `parcel` (SHARED)
--    rewrites `parcel`
--    reads all of `parcel`
--    builds `PRIMARY`
ALTER TABLE `parcel` PARTITION BY KEY () PARTITIONS 2;

-- 7. alter table `weighed`: safe
--    locks `weighed` (SHARED)
ALTER TABLE `weighed` REMOVE PARTITIONING;

-- 8. create column `counted`.`day`: breaking
--    fails on any row of `counted`: it has no value for `day`
--    breaks writers: column `counted`.`day` must be given a value
--    note: writers of `counted` wait while it is written anew (its size is not known)
--    locks `counted` (SHARED)
--    rewrites `counted`
--    reads all of `counted`
--    builds `PRIMARY`
--    a row here means that it fails: SELECT 1 FROM `counted` LIMIT 1
--    undo: conditional: what is written to `counted`.`day` meanwhile
ALTER TABLE `counted` ADD COLUMN `day` date NOT NULL;

-- 9. alter column `measured`.`id`: safe
--    locks `measured` (SHARED)
ALTER TABLE `measured` MODIFY COLUMN `id` bigint NOT NULL;

-- 10. drop primary key `measured`.`PRIMARY`: breaking
--    breaks writers: primary key `PRIMARY`: equal values are taken, ON CONFLICT (`id`, `day`) is not
--    locks `measured` (SHARED)
--    undo: conditional: equal values written meanwhile keep primary key `PRIMARY` from coming back
--    a row here means that it is not exact: SELECT 1 FROM `measured` GROUP BY `id`, `day` HAVING count(*) > 1 LIMIT 1
ALTER TABLE `measured` DROP PRIMARY KEY;

-- 11. drop column `measured`.`day`: breaking
--    loses the values of `measured`.`day`
--    breaks readers and writers: column `measured`.`day` is gone
--    locks `measured` (SHARED)
--    undo: loses data: the values of `measured`.`day`
ALTER TABLE `measured` DROP COLUMN `day`;

-- 12. create column `measured`.`what`: safe
--    undo: conditional: what is written to `measured`.`what` meanwhile
ALTER TABLE `measured` ADD COLUMN `what` varchar(20);

-- 13. alter column `typed`.`large`: breaking
--    loses what int does not hold of `typed`.`large`
--    fails on values that are not of type int in `typed`.`large`
--    breaks readers: column `typed`.`large` is of type int for its readers
--    breaks writers: column `typed`.`large` refuses values that are not of type int
--    locks `typed` (SHARED)
--    undo: loses data: what int does not hold of `typed`.`large` do not come back
ALTER TABLE `typed` MODIFY COLUMN `large` int;

-- 14. alter table `typed`: safe
--    locks `typed` (SHARED)
ALTER TABLE `typed` PARTITION BY HASH (large) PARTITIONS 2;

-- 15. alter column `typed`.`small`: breaking
--    fails on values of more than 20 characters in `typed`.`small`
--    breaks readers: column `typed`.`small` is of type varchar(20) for its readers
--    breaks writers: column `typed`.`small` refuses values of more than 20 characters
--    locks `typed` (SHARED)
--    a row here means that it fails: SELECT 1 FROM `typed` WHERE NOT (CHAR_LENGTH(`small`) <= 20) LIMIT 1
--    undo: conditional: values that are not of type int in `typed`.`small`, written meanwhile, keep the type from coming back
ALTER TABLE `typed` MODIFY COLUMN `small` varchar(20);

-- 16. alter column `weighed`.`site`: breaking
--    fails on rows of `weighed` where `site` IS NULL
--    breaks writers: column `weighed`.`site` takes no nulls any more
--    locks `weighed` (NONE)
--    a row here means that it fails: SELECT 1 FROM `weighed` WHERE `site` IS NULL LIMIT 1
ALTER TABLE `weighed` MODIFY COLUMN `site` int NOT NULL;

-- 17. alter primary key `counted`.`PRIMARY`: safe
--    locks `counted` (NONE)
--    rewrites `counted`
--    reads all of `counted`
--    builds `PRIMARY`
ALTER TABLE `counted` DROP PRIMARY KEY, ADD PRIMARY KEY (`id`, `day`);

-- 18. alter table `counted`: safe
--    note: writers of `counted` wait while it is written anew (its size is not known)
--    locks `counted` (SHARED)
--    rewrites `counted`
--    reads all of `counted`
--    builds `PRIMARY`
ALTER TABLE `counted` PARTITION BY RANGE COLUMNS(`day`) (
  PARTITION `old` VALUES LESS THAN ('2020-01-01'), PARTITION `now` VALUES LESS THAN (MAXVALUE)
);

-- 19. alter primary key `weighed`.`PRIMARY`: breaking
--    fails on rows of `weighed` that are equal in `id`, `site`
--    breaks writers: primary key `PRIMARY` refuses equal values
--    locks `weighed` (NONE)
--    a row here means that it fails: SELECT 1 FROM `weighed` GROUP BY `id`, `site` HAVING count(*) > 1 LIMIT 1
ALTER TABLE `weighed` DROP PRIMARY KEY, ADD PRIMARY KEY (`id`, `site`);

-- 20. alter table `weighed`: safe
--    locks `weighed` (SHARED)
ALTER TABLE `weighed` PARTITION BY HASH (site) PARTITIONS 3;

-- 21. alter column `weighed`.`crate`: safe
--    note: readers of column `weighed`.`crate` may find nulls
--    locks `weighed` (NONE)
--    undo: conditional: nulls written meanwhile keep NOT NULL from coming back
--    a row here means that it is not exact: SELECT 1 FROM `weighed` WHERE `crate` IS NULL LIMIT 1
ALTER TABLE `weighed` MODIFY COLUMN `crate` int;
