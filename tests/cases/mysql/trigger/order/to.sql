create table t (id int primary key, a int);
create trigger c before insert on t for each row set new.a = 3;
create trigger b before insert on t for each row /* keep */ set new.a = 22;
create trigger a before insert on t for each row set new.a = 1;
create trigger n before insert on t for each row follows c set new.a = 9;
delimiter //
create trigger m before insert on t for each row
  precedes `c`
begin -- x
 set new.a = 8; end//
delimiter ;
create trigger d before update on t for each row set new.a = 4;
