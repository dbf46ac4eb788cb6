CREATE TABLE log (day date, id int PRIMARY KEY) PARTITION BY RANGE (day);
