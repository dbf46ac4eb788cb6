create table main."t" ( [a] int , b text default 'x' , check ( a > 0 ) ) ; -- the same
create view if not exists v as select a
from "t";
