-- from from.sql to to.sql, for mariadb 10
-- 1 step: 1 breaking

-- 1. rename table `persons`: breaking
--    breaks readers and writers: table `people` is now `persons`
--    locks `people` (EXCLUSIVE)
ALTER TABLE `people` RENAME TO `persons`;
