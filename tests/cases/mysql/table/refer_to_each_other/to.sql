SET foreign_key_checks = 0;
CREATE TABLE a (id int PRIMARY KEY, b int, KEY (b), CONSTRAINT a_b FOREIGN KEY (b) REFERENCES b (id));
CREATE TABLE b (id int PRIMARY KEY, a int, KEY (a), CONSTRAINT b_a FOREIGN KEY (a) REFERENCES a (id));
