create extension hstore; create extension citext; create extension ltree; create extension cube; create extension isn;
create table t (id int, h hstore default '"a"=>"1", "b"=>"2"', c citext default 'X'::citext, d citext check (d <> 'Foo'::citext), l ltree default 'a.b'::ltree, q cube default '(1, 2)', i isbn default '0-393-04002-X', h2 hstore default '', ca citext[] default '{a,b}'::citext[], h3 hstore default hstore('a'::text,'b'::text));
create index on t ((h -> 'a'::text)); create index on t (c) where c = 'x'::citext;
create view v as select h->'a'::text x, c || 'y' y, c = 'z'::citext z, h @> '"a"=>"1"'::hstore w, l ~ 'a.*'::lquery o, c like 'a%'::citext p, lower(c) q from t where c <> 'b'::citext and h ? 'k'::text;
