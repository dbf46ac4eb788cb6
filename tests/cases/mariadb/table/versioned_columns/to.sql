create table t (id int primary key, a int without system versioning, b int, c int) with system versioning;
