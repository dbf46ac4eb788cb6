CREATE TABLE t (id int PRIMARY KEY, a bigint, b varchar(30), c varchar(10), d enum('x','y','z'), e decimal(4,1));
