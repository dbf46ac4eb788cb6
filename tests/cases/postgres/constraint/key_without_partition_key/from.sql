CREATE TABLE log (day date, id int) PARTITION BY RANGE (day);
