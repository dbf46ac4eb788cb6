-- from from.sql to to.sql, for mysql 8
-- 5 steps: 1 breaking, 4 safe

-- 1. alter table `note's`: safe
--    locks `note's` (NONE)
SET @rutter = CONCAT('ALTER TABLE ', '`note''s`', ' DEFAULT CHARACTER SET = ', @@character_set_database, ' COLLATE = ', @@collation_database, ', ALGORITHM=INPLACE, LOCK=NONE');

-- 2. alter table `note's`: safe
--    locks `note's` (NONE)
PREPARE rutter FROM @rutter;

-- 3. alter table `note's`: safe
--    locks `note's` (NONE)
EXECUTE rutter;

-- 4. alter table `note's`: safe
--    locks `note's` (NONE)
DEALLOCATE PREPARE rutter;

-- 5. alter column `note's`.`body`: breaking
--    fails on texts with characters that the database's character set lacks in `note's`.`body`
--    breaks writers: column `note's`.`body` refuses texts with characters that the database's character set lacks
--    note: the order and equality of the values of `note's`.`body` change
--    note: writers of `note's` wait while it is written anew (its size is not known)
--    locks `note's` (SHARED)
--    rewrites `note's`
--    reads all of `note's`
--    builds `PRIMARY`
ALTER TABLE `note's` MODIFY COLUMN `body` varchar(100), ALGORITHM=COPY;
