create table p (id int primary key);
create table q (id int primary key);
create table c (id int primary key, a int, foreign key (a) references p (id) on delete cascade, constraint z foreign key (a) references q (id) on delete cascade);
