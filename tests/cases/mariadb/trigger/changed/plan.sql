-- from from.sql to to.sql, for mariadb 10
-- 4 steps: 3 breaking, 1 safe

-- 1. drop trigger `t`.`tr`: safe
--    locks `t` (EXCLUSIVE)
DROP TRIGGER `tr`;

-- 2. drop trigger `t`.`gone`: breaking
--    breaks writers: trigger `t`.`gone` does not run any more
--    locks `t` (EXCLUSIVE)
DROP TRIGGER `gone`;

-- 3. create trigger `t`.`tr`: breaking
--    breaks writers: trigger `t`.`tr` runs when `t` is written
--    locks `t` (EXCLUSIVE)
DELIMITER //
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW
BEGIN
  IF NEW.a > 1 THEN SET NEW.n = 2; END IF;
END//
DELIMITER ;

-- 4. create trigger `t`.`fresh`: breaking
--    breaks writers: trigger `t`.`fresh` runs when `t` is written
--    locks `t` (EXCLUSIVE)
CREATE TRIGGER fresh AFTER UPDATE ON t FOR EACH ROW SET @y = 1;
