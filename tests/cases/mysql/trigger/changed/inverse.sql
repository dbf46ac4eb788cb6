-- from to.sql to from.sql, for mysql 8
-- 4 steps: 3 breaking, 1 safe

-- 1. drop trigger `t`.`tr`: safe
--    locks `t` (EXCLUSIVE)
DROP TRIGGER `tr`;

-- 2. drop trigger `t`.`fresh`: breaking
--    breaks writers: trigger `t`.`fresh` does not run any more
--    locks `t` (EXCLUSIVE)
DROP TRIGGER `fresh`;

-- 3. create trigger `t`.`tr`: breaking
--    breaks writers: trigger `t`.`tr` runs when `t` is written
--    locks `t` (EXCLUSIVE)
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW SET NEW.n = 1;

-- 4. create trigger `t`.`gone`: breaking
--    breaks writers: trigger `t`.`gone` runs when `t` is written
--    locks `t` (EXCLUSIVE)
CREATE TRIGGER gone AFTER DELETE ON t FOR EACH ROW SET @x = 1;
