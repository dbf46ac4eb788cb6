-- from from.sql to to.sql, for mariadb 10
-- 3 steps: 1 breaking, 2 safe

-- 1. create table `b`: safe
--    undo: loses data: the rows written to `b` meanwhile
CREATE TABLE `b` (
  `id` int(11) NOT NULL,
  `d` date NOT NULL DEFAULT '0000-00-00',
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

-- 2. alter column `a`.`n`: breaking
--    breaks readers: column `a`.`n` is of type bigint(20) for its readers
--    note: writers of `a` wait while it is written anew (its size is not known)
--    locks `a` (SHARED)
--    rewrites `a`
--    reads all of `a`
--    builds `PRIMARY`
--    undo: conditional: numbers outside of a int in `a`.`n`, written meanwhile, keep the type from coming back
--    a row here means that it is not exact: SELECT 1 FROM `a` WHERE NOT (`n` BETWEEN -2147483648 AND 2147483647) LIMIT 1
ALTER TABLE `a` MODIFY COLUMN `n` bigint(20), ALGORITHM=COPY;

-- 3. create column `a`.`m`: safe
--    locks `a` (NONE)
--    undo: conditional: what is written to `a`.`m` meanwhile
ALTER TABLE `a` ADD COLUMN `m` int(11), ALGORITHM=INSTANT, LOCK=NONE;
