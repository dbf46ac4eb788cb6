-- from to.sql to from.sql, for mariadb 10
-- 3 steps: 3 breaking

-- 1. alter sequence `s`: breaking
--    breaks writers: `s` counts in other steps
--    locks `s` (EXCLUSIVE)
ALTER SEQUENCE `s` START WITH 1 MINVALUE 1 MAXVALUE 9223372036854775806 INCREMENT BY 1 CACHE 1000 NOCYCLE;

-- 2. alter column `t`.`id`, `t`.`n`: breaking
--    fails on numbers outside of a int in `t`.`id`
--    breaks readers: column `t`.`id` is of type int(11) for its readers
--    breaks writers: column `t`.`id` refuses numbers outside of a int
--    note: writers of `t` wait while it is written anew (its size is not known)
--    locks `t` (SHARED)
--    rewrites `t`
--    reads all of `t`
--    a row here means that it fails: SELECT 1 FROM `t` WHERE NOT (`id` BETWEEN -2147483648 AND 2147483647) LIMIT 1
ALTER TABLE `t` MODIFY COLUMN `id` int(11) DEFAULT (nextval(s)), MODIFY COLUMN `n` int(11), ALGORITHM=COPY;

-- 3. drop column `t`.`m`: breaking
--    loses the values of `t`.`m`
--    breaks readers and writers: column `t`.`m` is gone
--    locks `t` (NONE)
--    undo: loses data: the values of `t`.`m`
ALTER TABLE `t` DROP COLUMN `m`, ALGORITHM=INSTANT, LOCK=NONE;
