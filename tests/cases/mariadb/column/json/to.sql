create table t (id int, j json not null default '[]', k longtext, l json);
