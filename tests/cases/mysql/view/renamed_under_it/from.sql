create table t (a int, b int);
create view v as select a as x, b from t;
create view w as select x from v;
