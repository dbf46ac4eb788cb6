create table a (id int primary key, n varchar(30), m int, key(m)) engine=MyISAM default charset=utf8mb4;
