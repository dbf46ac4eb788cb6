create table p (id int, a int default 3, b int default 1, c int, d int default 5, e int default 6, f int default 4) partition by range (id);
create table p1 partition of p for values from (1) to (10);
create table p2 partition of p (a default 2, b default 3, c default 2, d default 2) for values from (10) to (20);
create table i (id int, a int default 3, b int default 1, c int, d int default 5, e int default 6, f int default 4);
create table i1 (x int) inherits (i);
create table i2 (x int, a int default 2, b int default 3) inherits (i);
alter table i2 alter f drop default;
alter table i2 alter e drop default;
