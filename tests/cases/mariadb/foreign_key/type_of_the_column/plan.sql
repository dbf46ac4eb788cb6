-- from from.sql to to.sql, for mariadb 10
-- 4 steps: 2 breaking, 2 safe

-- 1. drop foreign key `c`.`f`: safe
--    locks `c` (NONE)
ALTER TABLE `c` DROP FOREIGN KEY `f`, ALGORITHM=INSTANT, LOCK=NONE;

-- 2. alter column `c`.`a`: breaking
--    breaks readers: column `c`.`a` is of type bigint(20) for its readers
--    note: writers of `c` wait while it is written anew (its size is not known)
--    locks `c` (SHARED)
--    rewrites `c`
--    reads all of `c`
--    builds `a`
--    undo: conditional: numbers outside of a int in `c`.`a`, written meanwhile, keep the type from coming back
--    a row here means that it is not exact: SELECT 1 FROM `c` WHERE NOT (`a` BETWEEN -2147483648 AND 2147483647) LIMIT 1
ALTER TABLE `c` MODIFY COLUMN `a` bigint(20), ALGORITHM=COPY;

-- 3. alter column `p`.`id`: breaking
--    breaks readers: column `p`.`id` is of type bigint(20) for its readers
--    note: writers of `p` wait while it is written anew (its size is not known)
--    locks `p` (SHARED)
--    rewrites `p`
--    reads all of `p`
--    builds `PRIMARY`
--    undo: conditional: numbers outside of a int in `p`.`id`, written meanwhile, keep the type from coming back
--    a row here means that it is not exact: SELECT 1 FROM `p` WHERE NOT (`id` BETWEEN -2147483648 AND 2147483647) LIMIT 1
ALTER TABLE `p` MODIFY COLUMN `id` bigint(20) NOT NULL, ALGORITHM=COPY;

-- 4. create foreign key `c`.`f`: safe
--    note: writers of `c` wait while it is written anew (its size is not known)
--    locks `c` (SHARED)
--    rewrites `c`
--    reads all of `c`, `p`
--    builds `a`
ALTER TABLE `c` DROP INDEX `a`, ADD KEY `a` (`a`), ADD CONSTRAINT `f` FOREIGN KEY (`a`) REFERENCES `p` (`id`), ALGORITHM=COPY;
