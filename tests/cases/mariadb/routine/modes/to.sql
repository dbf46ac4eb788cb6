set sql_mode='ANSI_QUOTES,PIPES_AS_CONCAT';
create table t (id int primary key, s varchar(20));
delimiter //
create procedure p() begin select "id" || 'y' from t; end //
create trigger tr before insert on t for each row begin set new.s = 'b' || "new"."s"; end //
delimiter ;
set sql_mode='STRICT_ALL_TABLES';
delimiter //
create function f() returns int deterministic begin return 2; end //
delimiter ;
create event e on schedule every 2 day starts '2020-01-01 00:00:00' do delete from t;
