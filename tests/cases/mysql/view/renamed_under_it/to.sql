create table t (c int, -- @renamed from=a
 b int);
create view v as select c as x, b from t;
create view w as select x from v;
