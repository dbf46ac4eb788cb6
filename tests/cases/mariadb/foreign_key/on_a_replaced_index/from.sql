create table p (x int not null, y int not null, primary key (x), unique key xy (x, y));
create table c (x int, y int, constraint f foreign key (x) references p (x));
