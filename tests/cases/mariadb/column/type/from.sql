CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(20), c varchar(20), d enum('x','y'), e decimal(5,2));
