CREATE TABLE t (a TEXT, b INT);
create trigger tr after insert on t when new.a <> ''
begin update "t" set b=1 where a = new.a; end;
