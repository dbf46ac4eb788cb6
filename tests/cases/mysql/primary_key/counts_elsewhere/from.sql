create table a (id int not null auto_increment, uid int not null, primary key (id));
