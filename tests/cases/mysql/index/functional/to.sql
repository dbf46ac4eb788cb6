create table t (id int primary key, a varchar(30), j json, key k ((upper(a))), unique key u ((id + 2)), key arr ((cast(j->'$.x' as unsigned array))));
