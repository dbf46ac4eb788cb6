create table i (id int, a varchar(10) collate "C", b int not null, c int);
create table i1 (x int, a varchar(10) collate "C", b int not null, c int) inherits (i);
create table i2 (x int, a varchar(10) collate "C", d int) inherits (i1);
create table j (id int, a varchar(10)); create table j1 (id int, a varchar(10)) inherits (j);
create table k (id int, a varchar(10)); create table k1 (id int, a varchar(10));
