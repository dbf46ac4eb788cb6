CREATE TABLE people (id int PRIMARY KEY, nick varchar(20));
