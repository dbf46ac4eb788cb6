CREATE TABLE t (a int4 default '1', b varchar(10) check (b in ('x','y')), c timestamptz);
