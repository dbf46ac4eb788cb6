create table t (id int, j json, k json default '{}');
