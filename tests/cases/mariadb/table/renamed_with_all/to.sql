create table a2 -- @renamed from=a
 (id int primary key, b int, key k (b), check (b > 0));
create table c (id int primary key, aid int, constraint f foreign key (aid) references a2 (id));
create trigger tr before insert ON `a2` for each row set new.b = 1;
create view v as select b from a2;
