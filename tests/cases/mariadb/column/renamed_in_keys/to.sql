create table p (id int primary key, kode int, -- @renamed from=code
 unique key u (kode));
create table c (id int primary key, pk int, -- @renamed from=pc
 key kp (pk), constraint f foreign key (pk) references p (kode), check (pk > 0));
create view v as select pk from c;
