create table t (id int primary key, p point not null srid 4326, q point not null srid 0);
