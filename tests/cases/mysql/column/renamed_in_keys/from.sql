create table p (id int primary key, code int, unique key u (code));
create table c (id int primary key, pc int, key kp (pc), constraint f foreign key (pc) references p (code), check (pc > 0));
create view v as select pc from c;
