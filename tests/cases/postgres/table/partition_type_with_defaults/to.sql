create table p (id int, a int default '1', b varchar(4) default null) partition by range (id);
create table p1 partition of p for values from (1) to (10);
create table p2 partition of p (a default '2') for values from (10) to (20);
create table i (id int, a int default '1', b varchar(4) default null);
create table i1 (x int) inherits (i);
create table i2 (x int, a int default '2') inherits (i);
create table i3 () inherits (i2);
alter table i3 alter a set default '7';
