-- from from.sql to to.sql, for mysql 8
-- 1 step: 1 safe

-- 1. create procedure `refund`: safe
DELIMITER //
CREATE PROCEDURE refund(gone INT) BEGIN
  DELETE FROM ticket WHERE seat = \
    gone;
END//
DELIMITER ;
