set sql_mode='';
create table a (id int primary key, d datetime not null default '0000-00-00 00:00:00', e date default '2000-00-00', n int);
