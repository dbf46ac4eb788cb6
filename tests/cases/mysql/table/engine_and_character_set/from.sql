create table a (id int primary key, n varchar(20), key(n)) engine=InnoDB default charset=latin1;
