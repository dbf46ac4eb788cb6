create table t (a int not null, b varchar(10) not null default 'x', c timestamp null, d datetime not null default now(), e text not null);
