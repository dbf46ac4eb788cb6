-- from from.sql to to.sql, for mysql 8
-- 5 steps: 3 breaking, 2 safe

-- 1. rename column `p`.`kode`: breaking
--    breaks readers and writers: column `code` of `p` is now `kode`
--    locks `p` (NONE)
ALTER TABLE `p` RENAME COLUMN `code` TO `kode`, ALGORITHM=INPLACE, LOCK=NONE;

-- 2. drop check `c`.`c_chk_1`: safe
ALTER TABLE `c` DROP CONSTRAINT `c_chk_1`, ALGORITHM=INSTANT;

-- 3. rename column `c`.`pk`: breaking
--    breaks readers and writers: column `pc` of `c` is now `pk`
--    locks `c` (NONE)
ALTER TABLE `c` RENAME COLUMN `pc` TO `pk`, ALGORITHM=INPLACE, LOCK=NONE;

-- 4. create check `c`.`c_chk_1`: safe
--    note: writers of `c` wait while it is written anew (its size is not known)
--    locks `c` (SHARED)
--    rewrites `c`
--    reads all of `c`
--    builds `PRIMARY`, `kp`
ALTER TABLE `c` ADD CONSTRAINT `c_chk_1` CHECK (pk > 0), ALGORITHM=COPY;

-- 5. replace view `v`: breaking
--    breaks readers and writers: column pc of `v` is gone
--    note: the query of `v` is another: which rows it gives cannot be told from here
CREATE OR REPLACE VIEW `v` AS select pk from `c`;
