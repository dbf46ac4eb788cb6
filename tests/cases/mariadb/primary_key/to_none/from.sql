create table t (a int not null, b int, primary key (a));
