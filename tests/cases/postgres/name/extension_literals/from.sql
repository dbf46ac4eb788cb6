create extension hstore; create extension citext; create extension ltree; create extension cube; create extension isn;
create table t (id int, h hstore default 'a=>1, b => 2', c citext default 'X', d citext check (d <> 'Foo'), l ltree default 'a.b', q cube default '(1,2)', i isbn default '978-0-393-04002-9', h2 hstore default ''::hstore, ca citext[] default '{a,b}', h3 hstore default hstore('a','b'));
create index on t ((h -> 'a')); create index on t (c) where c = 'x';
create view v as select h->'a' x, c || 'y' y, c = 'z' z, h @> 'a=>1'::hstore w, l ~ 'a.*'::lquery o, c like 'a%' p, lower(c) q from t where c <> 'b' and h ? 'k';
