create table a (id int primary key, e varchar(200), f text, key k (id, e), key kf (f(10)), unique key ke (e));
