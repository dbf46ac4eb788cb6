-- from from.sql to to.sql, for mysql 8
-- 14 steps: 2 breaking, 12 safe

-- 1. drop event `e`: safe
DROP EVENT `e`;

-- 2. drop trigger `t`.`tr`: safe
--    locks `t` (EXCLUSIVE)
DROP TRIGGER `tr`;

-- 3. drop procedure `p`: safe
DROP PROCEDURE `p`;

-- 4. drop function `f`: safe
DROP FUNCTION `f`;

-- 5. set session sql_mode: safe
SET @saved_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = 'STRICT_ALL_TABLES';

-- 6. create function `f`: safe
--    note: the body of `f` is another: what it does cannot be told from here
DELIMITER //
CREATE function f() returns int deterministic begin return 2; end//
DELIMITER ;

-- 7. set session sql_mode: safe
SET SESSION sql_mode = @saved_sql_mode;

-- 8. set session sql_mode: safe
SET @saved_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = 'ANSI_QUOTES,PIPES_AS_CONCAT';

-- 9. create procedure `p`: safe
--    note: the body of `p` is another: what it does cannot be told from here
DELIMITER //
CREATE procedure p() begin select "id" || 'y' from t; end//
DELIMITER ;

-- 10. create trigger `t`.`tr`: breaking
--    breaks writers: trigger `t`.`tr` runs when `t` is written
--    locks `t` (EXCLUSIVE)
DELIMITER //
CREATE trigger tr before insert on t for each row begin set new.s = 'b' || "new"."s"; end//
DELIMITER ;

-- 11. set session sql_mode: safe
SET SESSION sql_mode = @saved_sql_mode;

-- 12. set session sql_mode: safe
SET @saved_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = 'STRICT_ALL_TABLES';

-- 13. create event `e`: breaking
--    breaks writers: event `e` runs
CREATE event e on schedule every 2 day starts '2020-01-01 00:00:00' do delete from t;

-- 14. set session sql_mode: safe
SET SESSION sql_mode = @saved_sql_mode;
