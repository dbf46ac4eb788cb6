create table t (id int primary key, a varchar(20), j json, key k ((lower(a))), unique key u ((id + 1)));
