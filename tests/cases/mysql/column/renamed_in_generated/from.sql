create table t (id int primary key, a int, g int generated always as (a + 1) stored, h int generated always as (a * 2) virtual, key kg (g), z int);
