-- from from.sql to to.sql, for mariadb 10
-- 4 steps: 2 breaking, 2 safe

-- 1. drop procedure `gone`: breaking
--    breaks readers and writers: procedure `gone` is gone
DROP PROCEDURE `gone`;

-- 2. drop function `f`: safe
DROP FUNCTION `f`;

-- 3. create function `f`: breaking
--    breaks readers and writers: returns of `f` changes
--    note: the body of `f` is another: what it does cannot be told from here
CREATE FUNCTION f(x int, y int) RETURNS bigint DETERMINISTIC NO SQL RETURN x + y;

-- 4. create procedure `p`: safe
DELIMITER //
CREATE PROCEDURE p(IN a int, OUT b varchar(10))
BEGIN
  SELECT 1; -- one
  SET b = 'x;y';
END//
DELIMITER ;
