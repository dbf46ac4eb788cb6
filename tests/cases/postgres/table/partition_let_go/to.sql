create table p(id int primary key) partition by range (id);
create table pa (id int primary key);
create index pi on p(id);
