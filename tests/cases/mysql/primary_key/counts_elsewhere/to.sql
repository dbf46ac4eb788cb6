create table a (id int not null, uid int not null auto_increment, primary key (uid));
