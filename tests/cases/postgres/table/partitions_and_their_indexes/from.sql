create table p(id int, r text) partition by list (r);
create index pi on p(id);
create table pb (id int, r text);
