-- from from.sql to to.sql, for mysql 9
-- 2 steps: 1 breaking, 1 safe

-- 1. create index `shelf`.`aisle`: safe
--    locks `shelf` (NONE)
--    reads all of `shelf`
--    builds `aisle`
ALTER TABLE `shelf` ADD KEY `aisle` (`aisle`), ALGORITHM=INPLACE, LOCK=NONE;

-- 2. create foreign key `shelf`.`shelf_ibfk_1`: breaking
--    fails on rows that refer to nothing (foreign key `shelf`.`shelf_ibfk_1`)
--    breaks writers: foreign key `shelf`.`shelf_ibfk_1` refuses rows that refer to nothing, and the loss of what is referred to
--    note: rows of `shelf` are changed without being named: CASCADE on delete of what they refer to
--    note: writers of `shelf` wait while it is written anew (its size is not known)
--    locks `shelf` (SHARED)
--    rewrites `shelf`
--    reads all of `shelf`, `aisle`
--    builds `PRIMARY`
--    a row here means that it fails: SELECT 1 FROM `shelf` c WHERE c.`aisle` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `aisle` p WHERE p.`id` = c.`aisle`) LIMIT 1
ALTER TABLE `shelf` ADD CONSTRAINT `shelf_ibfk_1` FOREIGN KEY (`aisle`) REFERENCES `aisle` (`id`) ON DELETE CASCADE, ALGORITHM=COPY;
