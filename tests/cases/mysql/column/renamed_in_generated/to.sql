create table t (id int primary key, c int, -- @renamed from=a
 g int generated always as (c + 1) stored, h int generated always as (c * 2) virtual, key kg (g), z int);
