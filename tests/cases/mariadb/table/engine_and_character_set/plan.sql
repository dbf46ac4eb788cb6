-- from from.sql to to.sql, for mariadb 10
-- 6 steps: 1 breaking, 5 safe

-- 1. drop index `a`.`n`: safe
--    note: writers of `a` wait while it is written anew (its size is not known)
--    locks `a` (SHARED)
--    rewrites `a`
--    reads all of `a`
--    builds `PRIMARY`
ALTER TABLE `a` DROP INDEX `n`;

-- 2. alter table `a`: breaking
--    breaks readers and writers: `a` has no transactions any more
--    note: `a` has the locks and limits of MyISAM
--    note: writers of `a` wait while it is written anew (its size is not known)
--    locks `a` (SHARED)
--    rewrites `a`
--    reads all of `a`
--    builds `PRIMARY`
ALTER TABLE `a` ENGINE=MyISAM;

-- 3. alter table `a`: safe
--    note: writers of `a` wait while it is written anew (its size is not known)
--    locks `a` (SHARED)
--    rewrites `a`
--    reads all of `a`
--    builds `PRIMARY`
ALTER TABLE `a` DEFAULT CHARACTER SET = utf8mb4;

-- 4. alter column `a`.`n`: safe
--    note: the order and equality of the values of `a`.`n` change
--    note: writers of `a` wait while it is written anew (its size is not known)
--    locks `a` (SHARED)
--    rewrites `a`
--    reads all of `a`
--    builds `PRIMARY`
--    undo: conditional: texts longer than 20 characters; texts with characters that latin1 lacks in `a`.`n`, written meanwhile, keep the type from coming back
--    a row here means that it is not exact: SELECT 1 FROM `a` WHERE NOT (CHAR_LENGTH(`n`) <= 20 AND `n` = CONVERT(CONVERT(`n` USING latin1) USING utf8mb4)) LIMIT 1
ALTER TABLE `a` MODIFY COLUMN `n` varchar(30);

-- 5. create column `a`.`m`: safe
--    note: writers of `a` wait while it is written anew (its size is not known)
--    locks `a` (SHARED)
--    rewrites `a`
--    reads all of `a`
--    builds `PRIMARY`
--    undo: conditional: what is written to `a`.`m` meanwhile
ALTER TABLE `a` ADD COLUMN `m` int(11);

-- 6. create index `a`.`m`: safe
--    note: writers of `a` wait while it is written anew (its size is not known)
--    locks `a` (SHARED)
--    rewrites `a`
--    reads all of `a`
--    builds `PRIMARY`, `m`
ALTER TABLE `a` ADD KEY `m` (`m`);
