DELIMITER //
CREATE PROCEDURE settle (IN shelf INT)
LANGUAGE SQL
NOT DETERMINISTIC
BEGIN
    /* Whatever lies about
       goes to the shelf. */
    UPDATE book SET place = shelf WHERE place IS NULL;
    # kept
    SELECT 1;
END //
CREATE PROCEDURE other ()
BEGIN
    /* another */
    SELECT 1;
END //
DELIMITER ;
