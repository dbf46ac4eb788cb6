create table t (id int primary key, a int);
create trigger a before insert on t for each row set new.a = 1;
create trigger b before insert on t for each row set new.a = 2;
create trigger c before insert on t for each row set new.a = 3;
create trigger d before update on t for each row set new.a = 4;
