create table t (a int, b varchar(10), c timestamp not null default current_timestamp, d datetime, e text);
