create table p (id int, a int default 1, b int default 1, c int default 1, d int, e int, f int default 3) partition by range (id);
create table p1 partition of p for values from (1) to (10);
create table p2 partition of p (a default 2, b default 2, c default 2, d default 2) for values from (10) to (20);
create table i (id int, a int default 1, b int default 1, c int default 1, d int, e int, f int default 3);
create table i1 (x int) inherits (i);
create table i2 (x int, a int default 2, b int default 2) inherits (i);
alter table i2 alter f drop default;
