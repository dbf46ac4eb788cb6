create table a (id int primary key, e text, f varchar(100), key k (id), key kf (f), unique key ke (e(50)));
