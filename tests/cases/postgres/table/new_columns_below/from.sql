create table p (id int) partition by range (id);
create table p1 partition of p for values from (1) to (10);
create table p2 partition of p for values from (10) to (20);
create table i (id int);
create table i1 (x int) inherits (i);
create table i2 (x int) inherits (i);
create table i3 (x int) inherits (i2);
