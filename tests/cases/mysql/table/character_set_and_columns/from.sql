create table a (id int primary key, n varchar(20), t text, k varchar(5) character set latin1) default charset=latin1;
