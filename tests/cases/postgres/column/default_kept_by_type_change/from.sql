create table t (id int, a varchar(10) default 'x', c varchar(20) default null, d char(3) default 'q', e int default 5, p text default 'z');
alter table t alter a type text; alter table t alter c type text; alter table t alter d type varchar(8); alter table t alter e type bigint;
create table pa (id int, a varchar(10) default 'k'); create table ch (b int) inherits (pa); alter table pa alter a type text;
