create table p(id int, r text, k int) partition by list (r);
create table pa partition of p for values in ('a');
create index pi on p(id);
