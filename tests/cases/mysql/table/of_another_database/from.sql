USE shop;
CREATE TABLE t (id int);
