-- from from.sql to to.sql, for mysql 8
-- 2 steps: 2 safe

-- 1. alter column `t`.`id`: safe
--    note: writers of `t` wait while it is written anew (its size is not known)
--    locks `t` (SHARED)
--    rewrites `t`
--    reads all of `t`
--    builds `PRIMARY`
ALTER TABLE `t` MODIFY COLUMN `id` int NOT NULL AUTO_INCREMENT, ALGORITHM=COPY;

-- 2. create column `u`.`id`: safe
--    note: writers of `u` wait while it is written anew (its size is not known)
--    locks `u` (SHARED)
--    rewrites `u`
--    reads all of `u`
--    undo: conditional: what is written to `u`.`id` meanwhile
ALTER TABLE `u` ADD COLUMN `id` bigint NOT NULL AUTO_INCREMENT, ADD PRIMARY KEY (`id`), ALGORITHM=INPLACE, LOCK=SHARED;
