create table t (id int primary key, a varchar(10), b char(3), c numeric(5,2), d timestamp(3), e time(2), f bit(4), g varchar(10)[], h interval(3), i text, j varchar, k bit, l int);
create type en as enum ('a','b'); create domain dv as varchar(5); create domain dd as varchar(5) default 'x';
create table u (id int, a en, b dv, c dd, d en[], e dv[]);
