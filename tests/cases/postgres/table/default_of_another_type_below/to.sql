create table p (id int, a text default 'k', b varchar(4) default null) partition by range (id);
create table p1 partition of p for values from (1) to (10);
create table p2 partition of p (a default 'own') for values from (10) to (20);
create table i (id int, a text default 'k', b varchar(4) default null);
create table i1 (x int) inherits (i);
create table i2 (x int, a text default 'own') inherits (i);
