create extension hstore; create extension citext;
create function f(h hstore) returns text language sql as $$ select h->'a' $$;
create function f2(h hstore, c citext) returns setof citext language sql as $$ select c $$;
create table t(c citext primary key, d citext[]); create table u (c citext references t);
