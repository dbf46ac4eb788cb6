-- from to.sql to from.sql, for mariadb 10
-- 3 steps: 3 breaking

-- 1. rename column `c`.`pc`: breaking
--    breaks readers and writers: column `pk` of `c` is now `pc`
--    locks `c` (NONE)
ALTER TABLE `c` RENAME COLUMN `pk` TO `pc`, ALGORITHM=INSTANT, LOCK=NONE;

-- 2. rename column `p`.`code`: breaking
--    breaks readers and writers: column `kode` of `p` is now `code`
--    locks `p` (NONE)
ALTER TABLE `p` RENAME COLUMN `kode` TO `code`, ALGORITHM=INSTANT, LOCK=NONE;

-- 3. replace view `v`: breaking
--    breaks readers and writers: column pk of `v` is gone
--    note: the query of `v` is another: which rows it gives cannot be told from here
CREATE OR REPLACE VIEW `v` AS select pc from `c`;
