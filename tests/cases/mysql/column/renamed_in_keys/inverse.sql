-- from to.sql to from.sql, for mysql 8
-- 5 steps: 3 breaking, 2 safe

-- 1. rename column `p`.`code`: breaking
--    breaks readers and writers: column `kode` of `p` is now `code`
--    locks `p` (NONE)
ALTER TABLE `p` RENAME COLUMN `kode` TO `code`, ALGORITHM=INPLACE, LOCK=NONE;

-- 2. drop check `c`.`c_chk_1`: safe
ALTER TABLE `c` DROP CONSTRAINT `c_chk_1`, ALGORITHM=INSTANT;

-- 3. rename column `c`.`pc`: breaking
--    breaks readers and writers: column `pk` of `c` is now `pc`
--    locks `c` (NONE)
ALTER TABLE `c` RENAME COLUMN `pk` TO `pc`, ALGORITHM=INPLACE, LOCK=NONE;

-- 4. create check `c`.`c_chk_1`: safe
--    note: writers of `c` wait while it is written anew (its size is not known)
--    locks `c` (SHARED)
--    rewrites `c`
--    reads all of `c`
--    builds `PRIMARY`, `kp`
ALTER TABLE `c` ADD CONSTRAINT `c_chk_1` CHECK (pc > 0), ALGORITHM=COPY;

-- 5. replace view `v`: breaking
--    breaks readers and writers: column pk of `v` is gone
--    note: the query of `v` is another: which rows it gives cannot be told from here
CREATE OR REPLACE VIEW `v` AS select pc from `c`;
