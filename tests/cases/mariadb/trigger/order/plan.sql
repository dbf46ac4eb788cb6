-- from from.sql to to.sql, for mariadb 10
-- 6 steps: 3 breaking, 3 safe

-- 1. drop trigger `t`.`c`: safe
--    locks `t` (EXCLUSIVE)
DROP TRIGGER `c`;

-- 2. drop trigger `t`.`b`: safe
--    locks `t` (EXCLUSIVE)
DROP TRIGGER `b`;

-- 3. create trigger `t`.`m`: breaking
--    breaks writers: trigger `t`.`m` runs when `t` is written
--    locks `t` (EXCLUSIVE)
DELIMITER //
CREATE trigger m before insert on t for each row PRECEDES `a`
begin -- x
 set new.a = 8; end//
DELIMITER ;

-- 4. create trigger `t`.`c`: safe
--    locks `t` (EXCLUSIVE)
CREATE trigger c before insert on t for each row PRECEDES `a` set new.a = 3;

-- 5. create trigger `t`.`n`: breaking
--    breaks writers: trigger `t`.`n` runs when `t` is written
--    locks `t` (EXCLUSIVE)
CREATE trigger n before insert on t for each row PRECEDES `a` set new.a = 9;

-- 6. create trigger `t`.`b`: breaking
--    breaks writers: trigger `t`.`b` runs when `t` is written
--    locks `t` (EXCLUSIVE)
CREATE trigger b before insert on t for each row PRECEDES `a` /* keep */ set new.a = 22;
