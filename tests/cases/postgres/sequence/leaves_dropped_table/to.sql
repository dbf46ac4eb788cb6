CREATE SEQUENCE numbers;
CREATE TABLE bill (note text);
CREATE SEQUENCE bills;
