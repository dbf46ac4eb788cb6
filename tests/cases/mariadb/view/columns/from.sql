create table t (a int, b int);
create view v (x, y) as select a, b from t;
