create table a (new_id bigint not null auto_increment primary key, n int);
