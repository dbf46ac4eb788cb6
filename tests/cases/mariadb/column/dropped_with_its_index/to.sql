CREATE TABLE shelf (id INT NOT NULL PRIMARY KEY, label VARCHAR(20), height INT, KEY by_place (label), KEY by_height (height));
