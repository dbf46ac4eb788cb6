-- What the analyser knows of PostgreSQL's built-in objects, one line each, fields between tabs; run with
--
--   psql -XAt -F "$(printf '\t')" -v extensions=off -f builtins.sql > 18.tsv
--   psql -XAt -F "$(printf '\t')" -v extensions=on  -f builtins.sql > extensions.tsv
--
-- on a fresh database. builtins.tsv is that of the newest server, plus every line of an older one whose first
-- two fields (what it is, its name) the newest does not have:
--
--   awk -F'\t' 'FNR==1{f++} {k=$1 FS $2} !(k in s) || s[k]==f {s[k]=f; print}' 18.tsv 15.tsv 13.tsv |
--     LC_ALL=C sort > builtins.tsv
--
-- Types are written by their catalog name, arrays as element[]. The lines:
--
--   T name   kind category element base            type: kind as in pg_type.typtype; category in upper case and
--                                                  a "!" when preferred; element: of a subscriptable type;
--                                                  base: of a domain, subtype of a range, range of a multirange
--   F name   arguments result kind set defaults    function: arguments are [mode=]type[=name], comma-separated,
--                                                  the mode being o, b (inout), v (variadic) or t (table);
--                                                  kind f, a(ggregate), w(indow), p(rocedure),
--                                                  o (ordered-set or hypothetical-set aggregate); set: s;
--                                                  defaults: how many of the last inputs have one
--   O name   left right result                     operator; no left: a prefix operator
--   C source target context method                 cast: context i, a, e; method f(unction), i(nout), b(inary)
--   K name   method type default                   operator class; default: d
--   R name   schema columns                        relation: columns are name=type, comma-separated
--   X name                                         (extensions only) what follows belongs to this extension
\set ON_ERROR_STOP on
\pset footer off
set client_min_messages = error;
\if :extensions
select format('create extension if not exists %I cascade', name)
  from pg_available_extensions
 where name !~ 'plperl|plpython|pltcl|plpgsql' and name not in ('adminpack', 'old_snapshot')
 order by name \gexec
\endif

set search_path = pg_catalog, pg_temp;

create function pg_temp.t(oid) returns text language sql as $$
  select case when e.oid is not null then e.typname || '[]' else t.typname end
    from pg_type t left join pg_type e on e.typarray = t.oid and t.typelem = e.oid
   where t.oid = $1 $$;

create temp table home as
  select 'pg_type'::regclass as class, t.oid as obj, null::name as ext from pg_type t
             where typnamespace = 'pg_catalog'::regnamespace
                or typnamespace = 'information_schema'::regnamespace and typtype = 'd'
  union all select 'pg_proc'::regclass, oid, null from pg_proc where pronamespace = 'pg_catalog'::regnamespace
  union all select 'pg_operator'::regclass, oid, null from pg_operator where oprnamespace = 'pg_catalog'::regnamespace
  union all select 'pg_cast'::regclass, oid, null from pg_cast
  union all select 'pg_opclass'::regclass, oid, null from pg_opclass where opcnamespace = 'pg_catalog'::regnamespace
  union all select 'pg_class'::regclass, oid, null from pg_class
             where relnamespace in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
               and relkind in ('r', 'v');
delete from home h using pg_depend d
 where d.classid = h.class and d.objid = h.obj and d.deptype = 'e' and d.refclassid = 'pg_extension'::regclass;
\if :extensions
truncate home;
insert into home select d.classid, d.objid, e.extname
  from pg_depend d join pg_extension e on d.refclassid = 'pg_extension'::regclass and d.refobjid = e.oid
 where d.deptype = 'e' and e.extname <> 'plpgsql';
\endif

create temp table lines as
select h.ext, concat_ws(E'\t', 'T', t.typname, t.typtype, t.typcategory::text || case when t.typispreferred then '!' else '' end,
         coalesce(pg_temp.t(nullif(t.typelem, 0)), ''),
         coalesce(pg_temp.t(nullif(t.typbasetype, 0)), pg_temp.t(r.rngsubtype), m.typname, '')) as line
  from home h join pg_type t on h.class = 'pg_type'::regclass and h.obj = t.oid
  left join pg_range r on r.rngtypid = t.oid
  left join lateral (select replace(t.typname, 'multirange', 'range') as typname where t.typtype = 'm') m on true
 where t.typtype <> 'c' and not exists (select from pg_type e where e.typarray = t.oid)
union all
select h.ext, concat_ws(E'\t', 'F', p.proname,
         (select coalesce(string_agg(case when mode in ('o', 'b', 'v', 't') then mode || '=' else '' end || pg_temp.t(type)
                                       || case when name <> '' then '=' || name else '' end, ',' order by n), '')
            from (select n, coalesce(p.proargmodes[n]::text, 'i') as mode, type, coalesce(p.proargnames[n], '') as name
                    from unnest(coalesce(p.proallargtypes, p.proargtypes::oid[])) with ordinality u(type, n)) a),
         pg_temp.t(p.prorettype),
         case when exists (select from pg_aggregate a where a.aggfnoid = p.oid and a.aggkind <> 'n') then 'o'
              else p.prokind::text end,
         case when p.proretset then 's' else '' end, p.pronargdefaults)
  from home h join pg_proc p on h.class = 'pg_proc'::regclass and h.obj = p.oid
 where p.prorettype not in ('trigger'::regtype, 'event_trigger'::regtype)
   and (h.ext is null or not exists (select from unnest(p.proargtypes) a where a = 'internal'::regtype))
union all
select h.ext, concat_ws(E'\t', 'O', o.oprname, coalesce(pg_temp.t(nullif(o.oprleft, 0)), ''), pg_temp.t(o.oprright),
                        pg_temp.t(o.oprresult))
  from home h join pg_operator o on h.class = 'pg_operator'::regclass and h.obj = o.oid
union all
select h.ext, concat_ws(E'\t', 'C', pg_temp.t(c.castsource), pg_temp.t(c.casttarget), c.castcontext, c.castmethod)
  from home h join pg_cast c on h.class = 'pg_cast'::regclass and h.obj = c.oid
union all
select h.ext, concat_ws(E'\t', 'K', k.opcname, am.amname, pg_temp.t(k.opcintype), case when k.opcdefault then 'd' else '' end)
  from home h join pg_opclass k on h.class = 'pg_opclass'::regclass and h.obj = k.oid
  join pg_am am on am.oid = k.opcmethod
union all
select h.ext, concat_ws(E'\t', 'R', c.relname, case when h.ext is null then c.relnamespace::regnamespace::text else '' end,
         (select string_agg(attname || '=' || pg_temp.t(atttypid), ',' order by attnum)
            from pg_attribute a where a.attrelid = c.oid and attnum > 0 and not attisdropped))
  from home h join pg_class c on h.class = 'pg_class'::regclass and h.obj = c.oid
 where c.relkind in ('r', 'v', 'm', 'c');

\if :extensions
select line from (
  select ext, 0 as n, E'X\t' || ext as line from home group by ext
  union all select ext, 1, line from lines) x order by ext collate "C", n, line collate "C";
\else
select line from lines order by line collate "C";
\endif
