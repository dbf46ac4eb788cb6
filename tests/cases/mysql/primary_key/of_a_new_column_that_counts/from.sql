create table a (old_id int not null auto_increment primary key, n int);
