-- from to.sql to from.sql, for mariadb 10
-- 6 steps: 3 breaking, 3 safe

-- 1. drop trigger `t`.`a`: safe
--    locks `t` (EXCLUSIVE)
DROP TRIGGER `a`;

-- 2. drop trigger `t`.`m`: breaking
--    breaks writers: trigger `t`.`m` does not run any more
--    locks `t` (EXCLUSIVE)
DROP TRIGGER `m`;

-- 3. drop trigger `t`.`b`: safe
--    locks `t` (EXCLUSIVE)
DROP TRIGGER `b`;

-- 4. drop trigger `t`.`n`: breaking
--    breaks writers: trigger `t`.`n` does not run any more
--    locks `t` (EXCLUSIVE)
DROP TRIGGER `n`;

-- 5. create trigger `t`.`a`: safe
--    locks `t` (EXCLUSIVE)
CREATE trigger a before insert on t for each row PRECEDES `c` set new.a = 1;

-- 6. create trigger `t`.`b`: breaking
--    breaks writers: trigger `t`.`b` runs when `t` is written
--    locks `t` (EXCLUSIVE)
CREATE trigger b before insert on t for each row PRECEDES `c` set new.a = 2;
