create table t (id int, a varchar(10) default 'x', c varchar(20) default null, d char(3) default 'q', e int default 5, p text default 'z');
alter table t alter a type varchar(30); alter table t alter e type text; alter table t alter p type varchar(3);
create table pa (id int, a text default 'k'); create table ch (b int) inherits (pa); alter table pa alter a type varchar(20);
create table np (id int, a text default 'k'); alter table np alter a type varchar(20);
