-- from to.sql to from.sql, for mariadb 10
-- 1 step: 1 breaking

-- 1. rename table `people`: breaking
--    breaks readers and writers: table `persons` is now `people`
--    locks `persons` (EXCLUSIVE)
ALTER TABLE `persons` RENAME TO `people`;
