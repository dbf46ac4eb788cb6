-- from to.sql to from.sql, for mariadb 10
-- 6 steps: 2 breaking, 4 safe

-- 1. drop index `a`.`m`: safe
--    note: writers of `a` wait while it is written anew (its size is not known)
--    locks `a` (SHARED)
--    rewrites `a`
--    reads all of `a`
--    builds `PRIMARY`
ALTER TABLE `a` DROP INDEX `m`;

-- 2. drop column `a`.`m`: breaking
--    loses the values of `a`.`m`
--    breaks readers and writers: column `a`.`m` is gone
--    note: writers of `a` wait while it is written anew (its size is not known)
--    locks `a` (SHARED)
--    rewrites `a`
--    reads all of `a`
--    builds `PRIMARY`
--    undo: loses data: the values of `a`.`m`
ALTER TABLE `a` DROP COLUMN `m`;

-- 3. alter table `a`: safe
--    note: `a` has the locks and limits of InnoDB
--    note: writers of `a` wait while it is written anew (its size is not known)
--    locks `a` (SHARED)
--    rewrites `a`
--    reads all of `a`
--    builds `PRIMARY`
ALTER TABLE `a` ENGINE=InnoDB;

-- 4. alter table `a`: safe
--    note: writers of `a` wait while it is written anew (its size is not known)
--    locks `a` (SHARED)
--    rewrites `a`
--    reads all of `a`
--    builds `PRIMARY`
ALTER TABLE `a` DEFAULT CHARACTER SET = latin1 COLLATE = latin1_swedish_ci;

-- 5. alter column `a`.`n`: breaking
--    fails on texts longer than 20 characters; texts with characters that latin1 lacks in `a`.`n`
--    breaks writers: column `a`.`n` refuses texts longer than 20 characters; texts with characters that latin1 lacks
--    note: the order and equality of the values of `a`.`n` change
--    note: writers of `a` wait while it is written anew (its size is not known)
--    locks `a` (SHARED)
--    rewrites `a`
--    reads all of `a`
--    builds `PRIMARY`
--    a row here means that it fails: SELECT 1 FROM `a` WHERE NOT (CHAR_LENGTH(`n`) <= 20 AND `n` = CONVERT(CONVERT(`n` USING latin1) USING utf8mb4)) LIMIT 1
ALTER TABLE `a` MODIFY COLUMN `n` varchar(20);

-- 6. create index `a`.`n`: safe
--    note: writers of `a` wait while it is written anew (its size is not known)
--    locks `a` (SHARED)
--    rewrites `a`
--    reads all of `a`
--    builds `PRIMARY`, `n`
ALTER TABLE `a` ADD KEY `n` (`n`);
