CREATE TABLE seat (hall INT NOT NULL, number INT NOT NULL, taken DATETIME, PRIMARY KEY (hall, number));
CREATE TABLE queue (name VARCHAR(20));
