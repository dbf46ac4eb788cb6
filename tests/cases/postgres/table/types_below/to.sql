create table i (id int, a varchar(10) collate "POSIX", b int, c int not null, d int);
create table i1 (x int, a varchar(10) collate "POSIX", b int not null, c int not null) inherits (i);
create table i2 (x int, a varchar(10) collate "POSIX", d int) inherits (i1);
create table j (id int, a varchar(12)); create table j1 (id int, a varchar(11));
create table k (id int, a varchar(12)); create table k1 (id int, a varchar(12)) inherits (k);
