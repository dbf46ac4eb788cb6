CREATE TABLE shelf (id INT NOT NULL PRIMARY KEY, place INT, label VARCHAR(20), height INT, KEY by_place (place));
