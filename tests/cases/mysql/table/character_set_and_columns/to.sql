create table a (id int primary key, n varchar(20), t text, k varchar(5) character set latin1, m varchar(10)) default charset=utf8mb4 collate=utf8mb4_bin;
