create table p (a int not null, b int not null, c int, primary key (a), unique key u (b));
create table k (x int, constraint f foreign key (x) references p (b));
