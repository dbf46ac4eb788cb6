-- from from.sql to to.sql, for mariadb 10
-- 3 steps: 3 breaking

-- 1. rename column `c`.`pk`: breaking
--    breaks readers and writers: column `pc` of `c` is now `pk`
--    locks `c` (NONE)
ALTER TABLE `c` RENAME COLUMN `pc` TO `pk`, ALGORITHM=INSTANT, LOCK=NONE;

-- 2. rename column `p`.`kode`: breaking
--    breaks readers and writers: column `code` of `p` is now `kode`
--    locks `p` (NONE)
ALTER TABLE `p` RENAME COLUMN `code` TO `kode`, ALGORITHM=INSTANT, LOCK=NONE;

-- 3. replace view `v`: breaking
--    breaks readers and writers: column pc of `v` is gone
--    note: the query of `v` is another: which rows it gives cannot be told from here
CREATE OR REPLACE VIEW `v` AS select pk from `c`;
