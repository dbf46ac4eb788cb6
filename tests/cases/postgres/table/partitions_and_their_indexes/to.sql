create table p(id int, r text) partition by list (r);
create index pi on p(id);
create table pb partition of p for values in ('b');
create table pd partition of p default;
