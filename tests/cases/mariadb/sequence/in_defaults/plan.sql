-- from from.sql to to.sql, for mariadb 10
-- 4 steps: 2 breaking, 2 safe

-- 1. alter sequence `s`: breaking
--    breaks writers: `s` counts in other steps
--    locks `s` (EXCLUSIVE)
ALTER SEQUENCE `s` START WITH 1 MINVALUE 1 MAXVALUE 9223372036854775806 INCREMENT BY 3 CACHE 1000 NOCYCLE;

-- 2. alter column `t`.`id`: breaking
--    breaks readers: column `t`.`id` is of type bigint(20) for its readers
--    note: writers of `t` wait while it is written anew (its size is not known)
--    locks `t` (SHARED)
--    rewrites `t`
--    reads all of `t`
--    undo: conditional: numbers outside of a int in `t`.`id`, written meanwhile, keep the type from coming back
--    a row here means that it is not exact: SELECT 1 FROM `t` WHERE NOT (`id` BETWEEN -2147483648 AND 2147483647) LIMIT 1
ALTER TABLE `t` MODIFY COLUMN `id` bigint(20) DEFAULT (nextval(s)), ALGORITHM=COPY;

-- 3. create column `t`.`m`: safe
--    locks `t` (NONE)
--    undo: conditional: what is written to `t`.`m` meanwhile
ALTER TABLE `t` ADD COLUMN `m` int(11) AFTER `id`, ALGORITHM=INSTANT, LOCK=NONE;

-- 4. alter column `t`.`n`: safe
--    note: writers of `t` wait while it is written anew (its size is not known)
--    locks `t` (SHARED)
--    rewrites `t`
--    reads all of `t`
ALTER TABLE `t` MODIFY COLUMN `n` int(11) DEFAULT (m + 1), ALGORITHM=COPY;
