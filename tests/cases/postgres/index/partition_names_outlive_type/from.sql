create table pp (id int, a smallint, b varchar(10), c int, d int not null) partition by range (id);
create table pp1 partition of pp for values from (1) to (10);
create table pp2 partition of pp for values from (10) to (20);
create index own_a on pp1 (a); create index own_b on pp1 (b); create index own_e on pp1 ((a+1));  create index own_w on pp1 (c) where a > 1;
create index w_a on pp(a); create index w_b on pp(b); create index w_e on pp ((a+1)); create index w_w on pp (c) where a > 1; create index w_ok on pp (a, c);
comment on index own_a is 'hey'; comment on index own_b is 'ho';
