-- from from.sql to to.sql, for mysql 8
-- 6 steps: 1 breaking, 5 safe

-- 1. drop index `t`.`kg`: safe
--    locks `t` (NONE)
ALTER TABLE `t` DROP INDEX `kg`, ALGORITHM=INPLACE, LOCK=NONE;

-- 2. drop column `t`.`g`, `t`.`h`: safe
ALTER TABLE `t` DROP COLUMN `g`, DROP COLUMN `h`, ALGORITHM=INSTANT;

-- 3. rename column `t`.`c`: breaking
--    breaks readers and writers: column `a` of `t` is now `c`
ALTER TABLE `t` RENAME COLUMN `a` TO `c`, ALGORITHM=INSTANT;

-- 4. create column `t`.`g`: safe
--    note: writers of `t` wait while it is written anew (its size is not known)
--    locks `t` (SHARED)
--    rewrites `t`
--    reads all of `t`
--    builds `PRIMARY`
ALTER TABLE `t` ADD COLUMN `g` int GENERATED ALWAYS AS (c + 1) STORED AFTER `c`, ALGORITHM=COPY;

-- 5. create column `t`.`h`: safe
ALTER TABLE `t` ADD COLUMN `h` int GENERATED ALWAYS AS (c * 2) VIRTUAL AFTER `g`, ALGORITHM=INSTANT;

-- 6. create index `t`.`kg`: safe
--    locks `t` (NONE)
--    reads all of `t`
--    builds `kg`
ALTER TABLE `t` ADD KEY `kg` (`g`), ALGORITHM=INPLACE, LOCK=NONE;
