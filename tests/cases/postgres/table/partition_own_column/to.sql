create table p (id int, a int default 3, b int, c int default 5, d int default 1) partition by range (id);
create table p3 partition of p (a default 2, b not null, c default null, d default 9 not null) for values from (10) to (20);
create table p4 partition of p (a default 8, c default 3) for values from (20) to (30);
