-- As the server has them: the client that made them sent no comments.
DELIMITER //
CREATE PROCEDURE settle (IN shelf INT)
BEGIN
    
    UPDATE book SET place = shelf WHERE place IS NULL;
    # kept
    SELECT 1;
END //
CREATE PROCEDURE other ()
BEGIN
    /* one */
    SELECT 1;
END //
DELIMITER ;
