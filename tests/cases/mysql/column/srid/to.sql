create table t (id int primary key, p point not null srid 0, q point not null srid 4326, spatial index sq (q));
