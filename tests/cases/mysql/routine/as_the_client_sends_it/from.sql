CREATE TABLE ticket (seat INT, price INT);
DELIMITER //
CREATE PROCEDURE sell(seat INT) BEGIN
  INSERT INTO ticket VALUES (seat,
    'a' <> 'a
');
END//
DELIMITER ;
