-- from from.sql to to.sql, for mysql 8
-- 5 steps: 1 breaking, 4 safe

-- 1. set session sql_mode: safe
SET @saved_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = REPLACE(REPLACE(@@SESSION.sql_mode, 'NO_ZERO_IN_DATE', ''), 'NO_ZERO_DATE', '');

-- 2. create table `b`: safe
--    undo: loses data: the rows written to `b` meanwhile
CREATE TABLE `b` (
  `id` int NOT NULL,
  `d` date NOT NULL DEFAULT '0000-00-00',
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

-- 3. alter column `a`.`n`: breaking
--    breaks readers: column `a`.`n` is of type bigint for its readers
--    note: writers of `a` wait while it is written anew (its size is not known)
--    locks `a` (SHARED)
--    rewrites `a`
--    reads all of `a`
--    builds `PRIMARY`
--    undo: conditional: numbers outside of a int in `a`.`n`, written meanwhile, keep the type from coming back
--    a row here means that it is not exact: SELECT 1 FROM `a` WHERE NOT (`n` BETWEEN -2147483648 AND 2147483647) LIMIT 1
ALTER TABLE `a` MODIFY COLUMN `n` bigint, ALGORITHM=COPY;

-- 4. create column `a`.`m`: safe
--    undo: conditional: what is written to `a`.`m` meanwhile
ALTER TABLE `a` ADD COLUMN `m` int, ALGORITHM=INSTANT;

-- 5. set session sql_mode: safe
SET SESSION sql_mode = @saved_sql_mode;
