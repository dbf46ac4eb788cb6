set sql_mode='ANSI_QUOTES,PIPES_AS_CONCAT';
create table t (id int primary key, s varchar(20));
delimiter //
create procedure p() begin select "id" || 'x' from t; end //
create function f() returns int deterministic begin return 1; end //
create trigger tr before insert on t for each row begin set new.s = 'a' || "new"."s"; end //
delimiter ;
create event e on schedule every 1 day starts '2020-01-01 00:00:00' do delete from t;
