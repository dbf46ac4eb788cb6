DELIMITER $$
DROP TABLE IF EXISTS ticket;
CREATE TABLE ticket (seat INT, \
  price INT);
DROP PROCEDURE IF EXISTS sell; DROP PROCEDURE IF EXISTS refund;
CREATE PROCEDURE sell(seat INT) BEGIN
  INSERT INTO ticket VALUES (seat,\
    'a' <> 'a\
');
END$$
CREATE PROCEDURE refund(gone INT) BEGIN
  DELETE FROM ticket WHERE seat = \
    gone;
END$$
DELIMITER ;
