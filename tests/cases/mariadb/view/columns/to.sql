create table t (a int, b int);
create view v (x, z) as select a, b + 1 from t;
