create table p(id int primary key) partition by range (id);
create table pa partition of p for values from (1) to (10);
create index pi on p(id);
