create table p (id int, a int default 3, b int, c int default 5, d int default 1) partition by range (id);
create table p2 partition of p (a default 2, b not null, c default null, d default 9 not null, check (d > 1)) for values from (1) to (10);
create table p4 partition of p (a default 7) for values from (20) to (30);
