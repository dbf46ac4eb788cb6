-- One JSON document that describes the schema of a PostgreSQL database (11 to 18): for each object the statements
-- that make it, as pg_dump -s would. docs/snapshot-format.md says what is in it.
--
--   psql -XAtq -f snapshot.sql DATABASE > schema.json
--
-- It reads the catalog and nothing else: no table is read, nothing is written, no superuser is needed.
--
-- How it is built: every kind is one CTE of the same columns (a "card": who it is, who owns it, what makes it);
-- `node` collects them; `stmt` collects all statements of a node (create, owner, column options, comments, grants);
-- `level` puts nodes in an order in which they can be run. Columns that older servers lack are read by a rule of
-- scope: an unqualified name inside a LATERAL subquery is the catalog's column where there is one, and else the
-- constant of the same name in `absent`. No CTE says MATERIALIZED, for 11 cannot read that; those used more than
-- once are materialised by every version.
SET client_encoding = 'UTF8';
SET search_path = '';
SET datestyle = 'ISO';
SET intervalstyle = 'postgres';
SET timezone = 'UTC';
SET extra_float_digits = 3;
SET standard_conforming_strings = on;
SET quote_all_identifiers = off;
SET bytea_output = 'hex';
SET lc_monetary = 'C';
SET jit = off;
SET max_parallel_workers_per_gather = 0;
SET enable_nestloop = off;
SET work_mem = '64MB';
WITH RECURSIVE

-- Schemas of the user. What initdb made has an oid below 16384.
ns AS (
  SELECT n.oid, n.nspname::text AS name, quote_ident(n.nspname) AS q, n.nspowner, n.nspacl
  FROM pg_namespace n
  WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
),
-- What belongs to an extension is made by CREATE EXTENSION.
member AS (
  SELECT d.classid, d.objid, d.refobjid AS ext
  FROM pg_depend d WHERE d.refclassid = 'pg_extension'::regclass AND d.deptype = 'e'
),
dep AS (
  SELECT d.classid, d.objid, d.objsubid, d.refclassid, d.refobjid, d.refobjsubid, d.deptype
  FROM pg_depend d WHERE d.objid >= 16384 AND d.refobjid >= 16384 AND d.deptype NOT IN ('e', 'x')
),
rel AS (
  SELECT c.oid, c.relname::text AS name, n.name AS nsp, n.q || '.' || quote_ident(c.relname) AS q, c.relkind,
         c.relowner, c.relacl, c.relam, c.reltype, c.reloftype, c.reltablespace, c.relpersistence, c.reloptions,
         c.reltoastrelid, c.relispartition, c.relpartbound, c.relrowsecurity, c.relforcerowsecurity,
         c.relreplident, c.relispopulated, c.reltuples, c.relpages, c.relhasoids,
         c.oid IN (SELECT m.objid FROM member m WHERE m.classid = 'pg_class'::regclass) AS ext
  FROM (SELECT false AS relhasoids) AS absent
  CROSS JOIN LATERAL (
    SELECT r.oid, r.relname, r.relnamespace, r.relkind, r.relowner, r.relacl, r.relam, r.reltype, r.reloftype,
           r.reltablespace, r.relpersistence, r.reloptions, r.reltoastrelid, r.relispartition, r.relpartbound,
           r.relrowsecurity, r.relforcerowsecurity, r.relreplident, r.relispopulated, r.reltuples, r.relpages,
           relhasoids
    FROM pg_class r) c
  JOIN ns n ON n.oid = c.relnamespace
),
toast AS (
  SELECT t.oid, t.relpages, t.reloptions FROM pg_class t WHERE t.relkind = 't'
),
-- WITH (...) of a relation, its toast table's under toast.*; a view's check option is a clause of its own.
reloption AS (
  SELECT o.oid, ' WITH (' || string_agg(o.opt, ', ' ORDER BY o.part, o.ord) || ')' AS sql
  FROM (
    SELECT r.oid, 1 AS part, u.ord,
           quote_ident(split_part(u.o, '=', 1)) || '=' || quote_literal(substr(u.o, strpos(u.o, '=') + 1)) AS opt
    FROM rel r CROSS JOIN LATERAL unnest(r.reloptions) WITH ORDINALITY AS u(o, ord)
    WHERE split_part(u.o, '=', 1) <> 'check_option'
    UNION ALL
    SELECT r.oid, 2, u.ord,
           'toast.' || quote_ident(split_part(u.o, '=', 1)) || '=' || quote_literal(substr(u.o, strpos(u.o, '=') + 1))
    FROM rel r JOIN toast t ON t.oid = r.reltoastrelid CROSS JOIN LATERAL unnest(t.reloptions) WITH ORDINALITY AS u(o, ord)
    UNION ALL
    SELECT r.oid, 0, 0, 'oids=''true''' FROM rel r WHERE r.relhasoids AND r.relkind IN ('r', 'p')
  ) o GROUP BY o.oid
),
tablespace AS (SELECT t.oid, quote_ident(t.spcname) AS q FROM pg_tablespace t),
am AS (SELECT a.oid, a.amname::text AS name, quote_ident(a.amname) AS q, a.amhandler, a.amtype FROM pg_am a),
coll AS (
  SELECT c.oid, quote_ident(n.nspname) || '.' || quote_ident(c.collname) AS q
  FROM pg_collation c JOIN pg_namespace n ON n.oid = c.collnamespace
),
typ AS (
  SELECT t.oid, t.typname::text AS name, n.name AS nsp, n.q || '.' || quote_ident(t.typname) AS q, t.typtype,
         t.typowner, t.typacl, t.typrelid, t.typarray, t.typelem, t.typisdefined, t.typbasetype, t.typtypmod, t.typnotnull,
         t.typdefault, t.typdefaultbin, t.typcollation, t.typlen, t.typbyval, t.typalign, t.typstorage,
         t.typcategory, t.typispreferred, t.typdelim, t.typinput, t.typoutput, t.typreceive, t.typsend,
         t.typmodin, t.typmodout, t.typanalyze, t.typsubscript
  FROM (SELECT 0::regproc AS typsubscript) AS absent
  CROSS JOIN LATERAL (
    SELECT y.oid, y.typname, y.typnamespace, y.typtype, y.typowner, y.typacl, y.typrelid, y.typarray, y.typelem,
           y.typisdefined, y.typbasetype, y.typtypmod, y.typnotnull, y.typdefault, y.typdefaultbin, y.typcollation,
           y.typlen, y.typbyval, y.typalign, y.typstorage, y.typcategory, y.typispreferred, y.typdelim, y.typinput,
           y.typoutput, y.typreceive, y.typsend, y.typmodin, y.typmodout, y.typanalyze, typsubscript
    FROM pg_type y) t
  JOIN ns n ON n.oid = t.typnamespace
  WHERE t.oid NOT IN (SELECT m.objid FROM member m WHERE m.classid = 'pg_type'::regclass)
),
rng AS (
  SELECT r.rngtypid, r.rngsubtype, r.rngcollation, r.rngsubopc, r.rngcanonical, r.rngsubdiff, r.rngmultitypid
  FROM (SELECT 0::oid AS rngmultitypid) AS absent
  CROSS JOIN LATERAL (SELECT g.rngtypid, g.rngsubtype, g.rngcollation, g.rngsubopc, g.rngcanonical, g.rngsubdiff,
                             rngmultitypid FROM pg_range g) r
),

-- Functions from which a loop could start: those that need a table's row type, a composite type or a domain. A
-- default or a check that calls one of them is added after the table or domain is there.
risky(classid, objid) AS (
  SELECT d.classid, d.objid FROM dep d
  WHERE d.classid = 'pg_proc'::regclass
    AND ((d.refclassid = 'pg_class'::regclass
          AND d.refobjid IN (SELECT r.oid FROM rel r WHERE r.relkind <> 'S'))
      OR (d.refclassid = 'pg_type'::regclass
          AND d.refobjid IN (SELECT t.oid FROM typ t WHERE t.typtype IN ('c', 'd')
                             UNION ALL SELECT t.typarray FROM typ t WHERE t.typtype IN ('c', 'd'))))
  UNION
  SELECT d.classid, d.objid FROM risky r JOIN dep d ON d.refclassid = r.classid AND d.refobjid = r.objid
  WHERE d.classid IN ('pg_proc'::regclass, 'pg_operator'::regclass)
),
late AS (
  SELECT DISTINCT d.classid, d.objid FROM dep d JOIN risky r ON r.classid = d.refclassid AND r.objid = d.refobjid
  WHERE d.classid IN ('pg_attrdef'::regclass, 'pg_constraint'::regclass)
),

-- Sequences. Those of identity columns are part of their table.
seqowner AS (
  SELECT d.objid AS seq, d.refobjid AS rel, d.refobjsubid AS attnum, d.deptype
  FROM pg_depend d
  WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0
    AND d.deptype IN ('a', 'i') AND d.objid IN (SELECT r.oid FROM rel r WHERE r.relkind = 'S')
),
seq AS (
  SELECT r.oid, r.q, s.seqtypid,
         'START WITH ' || s.seqstart::text || ' INCREMENT BY ' || s.seqincrement::text
         || CASE WHEN s.seqmin = CASE WHEN s.seqincrement > 0 THEN 1 ELSE b.low END
                 THEN ' NO MINVALUE' ELSE ' MINVALUE ' || s.seqmin::text END
         || CASE WHEN s.seqmax = CASE WHEN s.seqincrement > 0 THEN b.high ELSE -1 END
                 THEN ' NO MAXVALUE' ELSE ' MAXVALUE ' || s.seqmax::text END
         || ' CACHE ' || s.seqcache::text || CASE WHEN s.seqcycle THEN ' CYCLE' ELSE '' END AS options
  FROM rel r JOIN pg_sequence s ON s.seqrelid = r.oid
  LEFT JOIN (VALUES ('int2'::regtype, -32768::int8, 32767::int8), ('int4'::regtype, -2147483648, 2147483647),
                    ('int8'::regtype, -9223372036854775808, 9223372036854775807)) b(typ, low, high)
    ON b.typ = s.seqtypid
),

-- Constraints of tables and domains.
con AS (
  SELECT c.oid, c.conname::text AS name, quote_ident(c.conname) AS q, c.contype, c.conrelid, c.contypid, c.conindid,
         c.conkey, c.conparentid, c.convalidated, c.conislocal, c.connoinherit, c.condeferrable, c.condeferred,
         c.conrelid <> 0 AND r.relispartition AS onpartition,
         l.objid IS NOT NULL AS late
  FROM pg_constraint c
  JOIN ns n ON n.oid = c.connamespace
  LEFT JOIN rel r ON r.oid = c.conrelid
  LEFT JOIN late l ON l.classid = 'pg_constraint'::regclass AND l.objid = c.oid
  WHERE c.oid NOT IN (SELECT m.objid FROM member m WHERE m.classid = 'pg_constraint'::regclass)
    AND coalesce(NOT r.ext, true)
),
-- NOT NULL is a constraint with a name from 18 on.
notnulls AS (
  SELECT c.oid, c.conrelid, c.conkey[1] AS attnum, c.name, c.q, c.convalidated, c.conislocal, c.connoinherit
  FROM con c WHERE c.contype = 'n' AND c.conrelid <> 0
),

-- Columns, with the text of their defaults.
attdef AS (
  SELECT d.oid, d.adrelid, d.adnum, pg_get_expr(d.adbin, d.adrelid) AS expr,
         l.objid IS NOT NULL AS late
  FROM pg_attrdef d LEFT JOIN late l ON l.classid = 'pg_attrdef'::regclass AND l.objid = d.oid
),
att AS (
  SELECT a.attrelid, a.attnum, a.attname::text AS name, quote_ident(a.attname) AS q, a.atttypid,
         format_type(a.atttypid, a.atttypmod) AS type,
         CASE WHEN a.attcollation <> t.typcollation THEN ' COLLATE ' || c.q ELSE '' END AS coll,
         a.attnotnull, a.attidentity, a.attgenerated, a.attislocal, a.attinhcount, a.attstattarget,
         CASE WHEN a.attstorage <> t.typstorage THEN a.attstorage END AS attstorage,
         a.attcompression, a.attfdwoptions, a.attacl,
         -- pg_attver is the server's own mark of a column's version (15.20 and its sisters); pg_dump leaves it out too
         nullif(ARRAY(SELECT u.o FROM unnest(a.attoptions) AS u(o) WHERE u.o NOT LIKE 'pg\_attver=%'), '{}') AS attoptions
  FROM (SELECT ''::"char" AS attgenerated, ''::"char" AS attcompression) AS absent
  CROSS JOIN LATERAL (
    SELECT b.attrelid, b.attnum, b.attname, b.atttypid, b.atttypmod, b.attcollation, b.attnotnull, b.attidentity,
           b.attislocal, b.attinhcount, b.attstattarget, b.attstorage, b.attoptions, b.attfdwoptions, b.attacl,
           attgenerated, attcompression
    FROM pg_attribute b WHERE b.attnum > 0 AND NOT b.attisdropped) a
  JOIN pg_type t ON t.oid = a.atttypid
  LEFT JOIN coll c ON c.oid = a.attcollation
),
-- What the parents of a table say of a column of the same name: a child that differs has to say so.
inherit AS (
  SELECT i.inhrelid, i.inhparent, i.inhseqno, p.q AS parent, p.relkind AS parentkind
  FROM pg_inherits i JOIN rel p ON p.oid = i.inhparent
),
inherited AS (
  SELECT i.inhrelid, a.name, bool_or(a.attnotnull) AS isnotnull,
         bool_or(d.expr IS NOT NULL AND a.attgenerated = '') AS hasdefault,
         max(d.expr) FILTER (WHERE a.attgenerated <> '') AS generated
  FROM inherit i
  JOIN att a ON a.attrelid = i.inhparent
  LEFT JOIN attdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
  WHERE i.parentkind IN ('r', 'f')
  GROUP BY i.inhrelid, a.name
),
-- Columns of tables and foreign tables.
tcol AS (
  SELECT r.oid AS rel, r.q AS relq, r.relkind, a.attnum, a.name, a.q, a.type, a.coll, a.attgenerated, d.oid AS def, d.expr,
         coalesce(d.late AND a.attgenerated = '', false) AS late,
         (a.attislocal OR r.relispartition)
           AND (r.reloftype = 0 OR d.expr IS NOT NULL OR a.attnotnull) AS printed,
         a.attislocal OR r.relispartition AS islocal,
         r.reloftype <> 0 AS typed,
         CASE WHEN i.generated IS NOT NULL AND d.expr = i.generated AND NOT r.relispartition THEN NULL
              WHEN a.attgenerated = 's' THEN ' GENERATED ALWAYS AS (' || d.expr || ') STORED'
              WHEN a.attgenerated = 'v' THEN ' GENERATED ALWAYS AS (' || d.expr || ') VIRTUAL'
              WHEN a.attidentity <> '' AND s.oid IS NOT NULL
                THEN ' GENERATED ' || CASE a.attidentity WHEN 'a' THEN 'ALWAYS' ELSE 'BY DEFAULT' END
                     || ' AS IDENTITY (SEQUENCE NAME ' || s.q || ' ' || s.options || ')'
              WHEN d.expr IS NOT NULL AND NOT d.late THEN ' DEFAULT ' || d.expr
              WHEN d.expr IS NULL AND i.hasdefault AND a.attidentity = '' AND NOT r.relispartition
                THEN ' DEFAULT NULL' END AS value,
         CASE WHEN n.oid IS NULL AND a.attnotnull THEN ' NOT NULL'
              WHEN n.oid IS NOT NULL AND n.convalidated AND (n.conislocal OR r.relispartition)
                THEN CASE WHEN n.name <> r.name || '_' || a.name || '_not_null' THEN ' CONSTRAINT ' || n.q ELSE '' END
                     || ' NOT NULL' || CASE WHEN n.connoinherit THEN ' NO INHERIT' ELSE '' END
         END AS nn,
         CASE WHEN a.attislocal OR r.relispartition THEN NULL
              WHEN n.oid IS NULL AND a.attnotnull AND NOT coalesce(i.isnotnull, false)
                THEN 'ALTER COLUMN ' || a.q || ' SET NOT NULL'
              WHEN n.oid IS NOT NULL AND n.convalidated AND n.conislocal
                THEN 'ADD CONSTRAINT ' || n.q || ' NOT NULL ' || a.q || CASE WHEN n.connoinherit THEN ' NO INHERIT' ELSE '' END
         END AS addnn
  FROM rel r
  JOIN att a ON a.attrelid = r.oid
  LEFT JOIN attdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
  LEFT JOIN inherited i ON i.inhrelid = r.oid AND i.name = a.name
  LEFT JOIN notnulls n ON n.conrelid = a.attrelid AND n.attnum = a.attnum
  LEFT JOIN seqowner o ON o.rel = a.attrelid AND o.attnum = a.attnum AND o.deptype = 'i'
  LEFT JOIN seq s ON s.oid = o.seq
  WHERE r.relkind IN ('r', 'p', 'f') AND NOT r.ext
),
-- The lines between the parentheses of CREATE TABLE: columns, and the checks that can stand there.
line AS (
  SELECT l.rel, string_agg('    ' || l.sql, E',\n' ORDER BY l.part, l.attnum, l.name COLLATE "C") AS body
  FROM (
    SELECT c.rel, 1 AS part, c.attnum, '' AS name,
           c.q || CASE WHEN c.typed THEN ' WITH OPTIONS' ELSE ' ' || c.type || c.coll END
           || coalesce(c.value, '') || coalesce(c.nn, '') AS sql
    FROM tcol c WHERE c.printed
    UNION ALL
    SELECT c.conrelid, 2, 0, c.name, 'CONSTRAINT ' || c.q || ' ' || pg_get_constraintdef(c.oid)
    FROM con c
    WHERE c.contype = 'c' AND c.conrelid <> 0 AND c.convalidated AND NOT c.late AND (c.conislocal OR c.onpartition)
  ) l GROUP BY l.rel
),
parents AS (
  SELECT i.inhrelid, string_agg(i.parent, ', ' ORDER BY i.inhseqno) AS list, max(i.parent) AS only
  FROM inherit i GROUP BY i.inhrelid
),

-- Options of foreign data wrappers, servers, mappings and tables, without secrets. In a user mapping only what is
-- known to be harmless is shown.
fdwoption AS (
  SELECT o.cls, o.oid, o.sub,
         string_agg(quote_ident(o.name) || ' ' || CASE WHEN o.secret THEN '''********''' ELSE quote_literal(o.value) END,
                    ', ' ORDER BY o.ord) AS list,
         string_agg(CASE WHEN o.secret THEN o.name END, ', ' ORDER BY o.ord) AS hidden
  FROM (
    SELECT s.cls, s.oid, s.sub, u.ord, split_part(u.o, '=', 1) AS name, substr(u.o, strpos(u.o, '=') + 1) AS value,
           CASE WHEN s.cls = 'pg_user_mapping'::regclass
                THEN split_part(u.o, '=', 1) NOT IN ('user', 'username', 'user_name', 'remote_user', 'password_required',
                                                     'sslcert', 'sslkey', 'sslrootcert')
                ELSE split_part(u.o, '=', 1) ~* '(pass_?w|pwd|pass_?phrase|secret|token|credential|private_?key|api_?key|access_?key|encryption_?key)'
                     AND split_part(u.o, '=', 1) <> 'password_required'
                  OR u.o ~* '(passw(or)?d|pwd|secret|token|(api|access)_?key)\s*=' AND u.o !~* '^[^=]*=[^=]*$'
                  OR u.o ~* '://[^/@\s]*:[^/@\s]*@' END AS secret
    FROM (
      SELECT 'pg_foreign_data_wrapper'::regclass::oid AS cls, w.oid, 0 AS sub, w.fdwoptions AS options FROM pg_foreign_data_wrapper w
      UNION ALL SELECT 'pg_foreign_server'::regclass, s.oid, 0, s.srvoptions FROM pg_foreign_server s
      UNION ALL SELECT 'pg_user_mapping'::regclass, u.umid, 0, u.umoptions FROM pg_user_mappings u
      UNION ALL SELECT 'pg_foreign_table'::regclass, f.ftrelid, 0, f.ftoptions FROM pg_foreign_table f
      UNION ALL SELECT 'pg_attribute'::regclass, a.attrelid, a.attnum, a.attfdwoptions FROM att a
                WHERE a.attfdwoptions IS NOT NULL
    ) s CROSS JOIN LATERAL unnest(s.options) WITH ORDINALITY AS u(o, ord)
  ) o GROUP BY o.cls, o.oid, o.sub
),

-- Kinds. Columns of a card:
--   cls, oid      the catalog and the object; small numbers as cls are parts with a place of their own in the order
--   ncls, noid    the node whose statements it joins (itself, if it has its own)
--   kind, nsp, tbl, name   who it is, for the reader
--   base          where in the order it goes when nothing else says so
--   ident, okw    how COMMENT ON names it; how ALTER ... OWNER TO does (null: has no owner)
--   owner, acl, aclk, aclon  for grants: aclk as for acldefault, aclon as GRANT ... ON names it
--   sql           the statement that makes it (null: made by another card's)
k_schema AS (
  SELECT 'pg_namespace'::regclass::oid AS cls, n.oid, 'pg_namespace'::regclass::oid AS ncls, n.oid AS noid,
         'schema' AS kind, NULL::text AS nsp, NULL::text AS tbl, n.name, 0 AS base,
         'SCHEMA ' || n.q AS ident, 'SCHEMA ' || n.q AS okw, n.nspowner AS owner, n.nspacl AS acl, 'n'::"char" AS aclk,
         'SCHEMA ' || n.q AS aclon, CASE WHEN n.name <> 'public' THEN 'CREATE SCHEMA ' || n.q END AS sql
  FROM ns n WHERE n.oid NOT IN (SELECT m.objid FROM member m WHERE m.classid = 'pg_namespace'::regclass)
),
k_extension AS (
  SELECT 'pg_extension'::regclass::oid AS cls, e.oid, 'pg_extension'::regclass::oid AS ncls, e.oid AS noid,
         'extension' AS kind, n.nspname::text AS nsp, NULL::text AS tbl, e.extname::text AS name, 2 AS base,
         'EXTENSION ' || quote_ident(e.extname) AS ident, NULL::text AS okw, 0::oid AS owner, NULL::aclitem[] AS acl,
         ''::"char" AS aclk, NULL::text AS aclon,
         'CREATE EXTENSION IF NOT EXISTS ' || quote_ident(e.extname) || ' WITH SCHEMA ' || quote_ident(n.nspname)
         || ' VERSION ' || quote_literal(e.extversion) AS sql
  FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace WHERE e.oid >= 16384
),
k_am AS (
  SELECT 'pg_am'::regclass::oid, a.oid, 'pg_am'::regclass::oid, a.oid, 'access method', NULL::text, NULL::text, a.name,
         30, 'ACCESS METHOD ' || a.q, NULL::text, 0::oid, NULL::aclitem[], ''::"char", NULL::text,
         'CREATE ACCESS METHOD ' || a.q || ' TYPE ' || CASE a.amtype WHEN 'i' THEN 'INDEX' ELSE 'TABLE' END
         || ' HANDLER ' || a.amhandler::text
  FROM am a
  WHERE a.oid >= 16384 AND a.oid NOT IN (SELECT m.objid FROM member m WHERE m.classid = 'pg_am'::regclass)
),
k_language AS (
  SELECT 'pg_language'::regclass::oid, l.oid, 'pg_language'::regclass::oid, l.oid, 'language', NULL::text, NULL::text,
         l.lanname::text, 4, 'LANGUAGE ' || quote_ident(l.lanname), 'LANGUAGE ' || quote_ident(l.lanname),
         l.lanowner, l.lanacl, 'l'::"char", 'LANGUAGE ' || quote_ident(l.lanname),
         'CREATE ' || CASE WHEN l.lanpltrusted THEN 'TRUSTED ' ELSE '' END || 'LANGUAGE ' || quote_ident(l.lanname)
         || CASE WHEN l.lanplcallfoid <> 0 THEN ' HANDLER ' || l.lanplcallfoid::regproc::text ELSE '' END
         || CASE WHEN l.laninline <> 0 THEN ' INLINE ' || l.laninline::regproc::text ELSE '' END
         || CASE WHEN l.lanvalidator <> 0 THEN ' VALIDATOR ' || l.lanvalidator::regproc::text ELSE '' END
  FROM pg_language l
  WHERE l.oid >= 16384 AND l.oid NOT IN (SELECT m.objid FROM member m WHERE m.classid = 'pg_language'::regclass)
),
-- Functions that a range type makes for itself depend on it internally.
ownfunction AS (
  SELECT p.oid, p.proname, n.name AS nsp, n.q AS nq, p.prokind, p.proowner, p.proacl, p.pronargs, p.proparallel,
         n.q || '.' || quote_ident(p.proname) || '(' || CASE WHEN p.prokind = 'a' AND p.pronargs = 0 THEN '*'
           ELSE pg_get_function_identity_arguments(p.oid) END || ')' AS q
  FROM pg_proc p JOIN ns n ON n.oid = p.pronamespace
  WHERE p.oid NOT IN (SELECT m.objid FROM member m WHERE m.classid = 'pg_proc'::regclass)
    AND p.oid NOT IN (SELECT d.objid FROM dep d WHERE d.classid = 'pg_proc'::regclass AND d.deptype = 'i')
),
k_function AS (
  SELECT 'pg_proc'::regclass::oid, p.oid, 'pg_proc'::regclass::oid, p.oid,
         CASE p.prokind WHEN 'p' THEN 'procedure' ELSE 'function' END, p.nsp, NULL::text,
         substr(p.q, length(p.nq) + 2), 20, k.kw || p.q, k.kw || p.q, p.proowner, p.proacl, 'f'::"char", k.kw || p.q,
         rtrim(pg_get_functiondef(p.oid), E' \n')
  FROM ownfunction p
  JOIN (VALUES ('f'::"char", 'FUNCTION '), ('w', 'FUNCTION '), ('p', 'PROCEDURE ')) k(kind, kw) ON k.kind = p.prokind
),
k_aggregate AS (
  SELECT 'pg_proc'::regclass::oid, p.oid, 'pg_proc'::regclass::oid, p.oid, 'aggregate', p.nsp, NULL::text,
         substr(p.q, length(p.nq) + 2), 22, 'AGGREGATE ' || p.q, 'AGGREGATE ' || p.q,
         p.proowner, p.proacl, 'f'::"char", 'FUNCTION ' || CASE WHEN p.pronargs = 0 THEN rtrim(p.q, '*)') || ')' ELSE p.q END,
         'CREATE AGGREGATE ' || p.nq || '.' || quote_ident(p.proname) || '('
         || CASE WHEN p.pronargs = 0 THEN '*' ELSE pg_get_function_arguments(p.oid) END || E') (\n    SFUNC = ' || a.aggtransfn::text
         || E',\n    STYPE = ' || format_type(a.aggtranstype, NULL)
         || CASE WHEN a.aggtransspace <> 0 THEN E',\n    SSPACE = ' || a.aggtransspace::text ELSE '' END
         || coalesce(E',\n    INITCOND = ' || quote_literal(a.agginitval), '')
         || CASE WHEN a.aggfinalfn <> 0 THEN E',\n    FINALFUNC = ' || a.aggfinalfn::text ELSE '' END
         || CASE WHEN a.aggfinalextra THEN E',\n    FINALFUNC_EXTRA' ELSE '' END
         || CASE WHEN a.aggfinalfn <> 0 AND a.aggfinalmodify <> CASE WHEN a.aggkind = 'n' THEN 'r' ELSE 'w' END::"char"
                 THEN E',\n    FINALFUNC_MODIFY = ' || CASE a.aggfinalmodify WHEN 'r' THEN 'READ_ONLY' WHEN 's' THEN 'SHAREABLE' ELSE 'READ_WRITE' END
                 ELSE '' END
         || CASE WHEN a.aggcombinefn <> 0 THEN E',\n    COMBINEFUNC = ' || a.aggcombinefn::text ELSE '' END
         || CASE WHEN a.aggserialfn <> 0 THEN E',\n    SERIALFUNC = ' || a.aggserialfn::text ELSE '' END
         || CASE WHEN a.aggdeserialfn <> 0 THEN E',\n    DESERIALFUNC = ' || a.aggdeserialfn::text ELSE '' END
         || CASE WHEN a.aggmtransfn <> 0 THEN E',\n    MSFUNC = ' || a.aggmtransfn::text
              || E',\n    MINVFUNC = ' || a.aggminvtransfn::text || E',\n    MSTYPE = ' || format_type(a.aggmtranstype, NULL)
              || CASE WHEN a.aggmtransspace <> 0 THEN E',\n    MSSPACE = ' || a.aggmtransspace::text ELSE '' END
              || coalesce(E',\n    MINITCOND = ' || quote_literal(a.aggminitval), '')
              || CASE WHEN a.aggmfinalfn <> 0 THEN E',\n    MFINALFUNC = ' || a.aggmfinalfn::text ELSE '' END
              || CASE WHEN a.aggmfinalextra THEN E',\n    MFINALFUNC_EXTRA' ELSE '' END
              || CASE WHEN a.aggmfinalfn <> 0 AND a.aggmfinalmodify <> CASE WHEN a.aggkind = 'n' THEN 'r' ELSE 'w' END::"char"
                      THEN E',\n    MFINALFUNC_MODIFY = ' || CASE a.aggmfinalmodify WHEN 'r' THEN 'READ_ONLY' WHEN 's' THEN 'SHAREABLE' ELSE 'READ_WRITE' END
                      ELSE '' END
              ELSE '' END
         || CASE WHEN a.aggsortop <> 0 THEN E',\n    SORTOP = OPERATOR(' || quote_ident(son.nspname) || '.' || so.oprname || ')' ELSE '' END
         || CASE WHEN a.aggkind = 'h' THEN E',\n    HYPOTHETICAL' ELSE '' END
         || CASE p.proparallel WHEN 's' THEN E',\n    PARALLEL = safe' WHEN 'r' THEN E',\n    PARALLEL = restricted' ELSE '' END
         || E'\n)'
  FROM ownfunction p JOIN pg_aggregate a ON a.aggfnoid = p.oid
  LEFT JOIN pg_operator so ON so.oid = a.aggsortop LEFT JOIN pg_namespace son ON son.oid = so.oprnamespace
  WHERE p.prokind = 'a'
),
-- Types. Array, multirange and row types come with the type they belong to.
k_enum AS (
  SELECT 'pg_type'::regclass::oid, t.oid, 'pg_type'::regclass::oid, t.oid, 'enum', t.nsp, NULL::text, t.name, 6,
         'TYPE ' || t.q, 'TYPE ' || t.q, t.typowner, t.typacl, 'T'::"char", 'TYPE ' || t.q,
         'CREATE TYPE ' || t.q || ' AS ENUM (' || coalesce(e.list, '') || ')'
  FROM typ t
  LEFT JOIN (SELECT e.enumtypid, string_agg(E'\n    ' || quote_literal(e.enumlabel), ',' ORDER BY e.enumsortorder) || E'\n' AS list
             FROM pg_enum e GROUP BY e.enumtypid) e ON e.enumtypid = t.oid
  WHERE t.typtype = 'e'
),
k_composite AS (
  SELECT 'pg_type'::regclass::oid, t.oid, 'pg_type'::regclass::oid, t.oid, 'composite type', t.nsp, NULL::text, t.name, 6,
         'TYPE ' || t.q, 'TYPE ' || t.q, t.typowner, t.typacl, 'T'::"char", 'TYPE ' || t.q,
         'CREATE TYPE ' || t.q || ' AS (' || coalesce(a.list, '') || ')'
  FROM typ t JOIN rel r ON r.oid = t.typrelid AND r.relkind = 'c'
  LEFT JOIN (SELECT a.attrelid, string_agg(E'\n    ' || a.q || ' ' || a.type || a.coll, ',' ORDER BY a.attnum) || E'\n' AS list
             FROM att a JOIN rel r ON r.oid = a.attrelid AND r.relkind = 'c' GROUP BY a.attrelid) a ON a.attrelid = r.oid
  WHERE t.typtype = 'c'
),
k_domain AS (
  SELECT 'pg_type'::regclass::oid, t.oid, 'pg_type'::regclass::oid, t.oid, 'domain', t.nsp, NULL::text, t.name, 6,
         'DOMAIN ' || t.q, 'DOMAIN ' || t.q, t.typowner, t.typacl, 'T'::"char", 'TYPE ' || t.q,
         'CREATE DOMAIN ' || t.q || ' AS ' || format_type(t.typbasetype, t.typtypmod)
         || CASE WHEN t.typcollation <> b.typcollation THEN ' COLLATE ' || c.q ELSE '' END
         || CASE WHEN t.typnotnull THEN CASE WHEN n.name <> t.name || '_not_null' THEN ' CONSTRAINT ' || n.q ELSE '' END
                 || ' NOT NULL' ELSE '' END
         || CASE WHEN t.typdefaultbin IS NOT NULL THEN ' DEFAULT ' || pg_get_expr(t.typdefaultbin, 0)
                 WHEN t.typdefault IS NOT NULL THEN ' DEFAULT ' || quote_literal(t.typdefault) ELSE '' END
         || coalesce(k.list, '')
  FROM typ t JOIN pg_type b ON b.oid = t.typbasetype
  LEFT JOIN coll c ON c.oid = t.typcollation
  LEFT JOIN con n ON n.contypid = t.oid AND n.contype = 'n'
  LEFT JOIN (SELECT k.contypid, string_agg(E'\n    CONSTRAINT ' || k.q || ' ' || pg_get_constraintdef(k.oid), '' ORDER BY k.name COLLATE "C") AS list
             FROM con k WHERE k.contype = 'c' AND k.contypid <> 0 AND k.convalidated AND NOT k.late GROUP BY k.contypid) k
    ON k.contypid = t.oid
  WHERE t.typtype = 'd'
),
k_range AS (
  SELECT 'pg_type'::regclass::oid, t.oid, 'pg_type'::regclass::oid, t.oid, 'range type', t.nsp, NULL::text, t.name, 6,
         'TYPE ' || t.q, 'TYPE ' || t.q, t.typowner, t.typacl, 'T'::"char", 'TYPE ' || t.q,
         'CREATE TYPE ' || t.q || E' AS RANGE (\n    subtype = ' || format_type(r.rngsubtype, NULL)
         || coalesce(E',\n    multirange_type_name = ' || m.q, '')
         || CASE WHEN NOT o.opcdefault THEN E',\n    subtype_opclass = ' || quote_ident(onn.nspname) || '.' || quote_ident(o.opcname) ELSE '' END
         || CASE WHEN r.rngcollation <> s.typcollation THEN E',\n    collation = ' || c.q ELSE '' END
         || CASE WHEN r.rngcanonical <> 0 THEN E',\n    canonical = ' || r.rngcanonical::text ELSE '' END
         || CASE WHEN r.rngsubdiff <> 0 THEN E',\n    subtype_diff = ' || r.rngsubdiff::text ELSE '' END || E'\n)'
  FROM typ t JOIN rng r ON r.rngtypid = t.oid
  JOIN pg_type s ON s.oid = r.rngsubtype
  JOIN pg_opclass o ON o.oid = r.rngsubopc JOIN pg_namespace onn ON onn.oid = o.opcnamespace
  LEFT JOIN coll c ON c.oid = r.rngcollation
  LEFT JOIN typ m ON m.oid = r.rngmultitypid
  WHERE t.typtype = 'r'
),
arrays AS (SELECT t.typarray AS oid FROM pg_type t WHERE t.typarray <> 0),
k_base AS (
  SELECT 'pg_type'::regclass::oid, t.oid, 'pg_type'::regclass::oid, t.oid, 'base type', t.nsp, NULL::text, t.name, 6,
         'TYPE ' || t.q, 'TYPE ' || t.q, t.typowner, t.typacl, 'T'::"char", 'TYPE ' || t.q,
         'CREATE TYPE ' || t.q || E' (\n    INTERNALLENGTH = ' || CASE WHEN t.typlen < 0 THEN 'variable' ELSE t.typlen::text END
         || E',\n    INPUT = ' || t.typinput::text || E',\n    OUTPUT = ' || t.typoutput::text
         || CASE WHEN t.typreceive <> 0 THEN E',\n    RECEIVE = ' || t.typreceive::text ELSE '' END
         || CASE WHEN t.typsend <> 0 THEN E',\n    SEND = ' || t.typsend::text ELSE '' END
         || CASE WHEN t.typmodin <> 0 THEN E',\n    TYPMOD_IN = ' || t.typmodin::text ELSE '' END
         || CASE WHEN t.typmodout <> 0 THEN E',\n    TYPMOD_OUT = ' || t.typmodout::text ELSE '' END
         || CASE WHEN t.typanalyze <> 0 THEN E',\n    ANALYZE = ' || t.typanalyze::text ELSE '' END
         || CASE WHEN t.typsubscript <> 0 AND t.typelem = 0 THEN E',\n    SUBSCRIPT = ' || t.typsubscript::text ELSE '' END
         || CASE WHEN t.typcollation <> 0 THEN E',\n    COLLATABLE = true' ELSE '' END
         || CASE WHEN t.typdefaultbin IS NOT NULL THEN E',\n    DEFAULT = ' || pg_get_expr(t.typdefaultbin, 0)
                 WHEN t.typdefault IS NOT NULL THEN E',\n    DEFAULT = ' || quote_literal(t.typdefault) ELSE '' END
         || CASE WHEN t.typelem <> 0 THEN E',\n    ELEMENT = ' || format_type(t.typelem, NULL) ELSE '' END
         || E',\n    CATEGORY = ' || quote_literal(t.typcategory::text)
         || CASE WHEN t.typispreferred THEN E',\n    PREFERRED = true' ELSE '' END
         || CASE WHEN t.typdelim <> ',' THEN E',\n    DELIMITER = ' || quote_literal(t.typdelim::text) ELSE '' END
         || E',\n    ALIGNMENT = ' || CASE t.typalign WHEN 'c' THEN 'char' WHEN 's' THEN 'int2' WHEN 'i' THEN 'int4' ELSE 'double' END
         || E',\n    STORAGE = ' || CASE t.typstorage WHEN 'p' THEN 'plain' WHEN 'e' THEN 'external' WHEN 'x' THEN 'extended' ELSE 'main' END
         || CASE WHEN t.typbyval THEN E',\n    PASSEDBYVALUE' ELSE '' END || E'\n)'
  FROM typ t
  WHERE t.typtype = 'b' AND t.typisdefined AND t.oid NOT IN (SELECT a.oid FROM arrays a)
),
-- A base type's own functions need its name before it is there; so may a range's canonical function.
shell AS (
  SELECT t.oid, t.nsp, t.name, t.q, t.typowner, t.typisdefined FROM typ t LEFT JOIN rng r ON r.rngtypid = t.oid
  WHERE NOT t.typisdefined AND t.typtype = 'p'
     OR t.typtype = 'b' AND t.typisdefined AND t.oid NOT IN (SELECT a.oid FROM arrays a)
     OR t.typtype = 'r' AND r.rngcanonical <> 0
),
k_shell AS (
  SELECT CASE WHEN s.typisdefined THEN 2 ELSE 'pg_type'::regclass::oid END, s.oid,
         CASE WHEN s.typisdefined THEN 2 ELSE 'pg_type'::regclass::oid END, s.oid, 'shell type', s.nsp, NULL::text, s.name, 5,
         CASE WHEN NOT s.typisdefined THEN 'TYPE ' || s.q END, CASE WHEN NOT s.typisdefined THEN 'TYPE ' || s.q END, s.typowner,
         NULL::aclitem[], ''::"char", NULL::text, 'CREATE TYPE ' || s.q
  FROM shell s
),
k_operator AS (
  SELECT 'pg_operator'::regclass::oid, o.oid, 'pg_operator'::regclass::oid, o.oid, 'operator', n.name, NULL::text,
         o.oprname || ' (' || CASE WHEN o.oprleft = 0 THEN 'NONE' ELSE format_type(o.oprleft, NULL) END || ', '
           || CASE WHEN o.oprright = 0 THEN 'NONE' ELSE format_type(o.oprright, NULL) END || ')', 30,
         i.id, i.id, o.oprowner, NULL::aclitem[], ''::"char", NULL::text,
         'CREATE OPERATOR ' || n.q || '.' || o.oprname || E' (\n    FUNCTION = ' || o.oprcode::text
         || CASE WHEN o.oprleft <> 0 THEN E',\n    LEFTARG = ' || format_type(o.oprleft, NULL) ELSE '' END
         || CASE WHEN o.oprright <> 0 THEN E',\n    RIGHTARG = ' || format_type(o.oprright, NULL) ELSE '' END
         || CASE WHEN o.oprcom <> 0 THEN E',\n    COMMUTATOR = OPERATOR(' || quote_ident(cn.nspname) || '.' || c.oprname || ')' ELSE '' END
         || CASE WHEN o.oprnegate <> 0 THEN E',\n    NEGATOR = OPERATOR(' || quote_ident(gn.nspname) || '.' || g.oprname || ')' ELSE '' END
         || CASE WHEN o.oprcanmerge THEN E',\n    MERGES' ELSE '' END || CASE WHEN o.oprcanhash THEN E',\n    HASHES' ELSE '' END
         || CASE WHEN o.oprrest <> 0 THEN E',\n    RESTRICT = ' || o.oprrest::text ELSE '' END
         || CASE WHEN o.oprjoin <> 0 THEN E',\n    JOIN = ' || o.oprjoin::text ELSE '' END || E'\n)'
  FROM pg_operator o JOIN ns n ON n.oid = o.oprnamespace
  CROSS JOIN LATERAL (SELECT 'OPERATOR ' || n.q || '.' || o.oprname || ' ('
    || CASE WHEN o.oprleft = 0 THEN 'NONE' ELSE format_type(o.oprleft, NULL) END || ', '
    || CASE WHEN o.oprright = 0 THEN 'NONE' ELSE format_type(o.oprright, NULL) END || ')' AS id) i
  LEFT JOIN pg_operator c ON c.oid = o.oprcom LEFT JOIN pg_namespace cn ON cn.oid = c.oprnamespace
  LEFT JOIN pg_operator g ON g.oid = o.oprnegate LEFT JOIN pg_namespace gn ON gn.oid = g.oprnamespace
  WHERE o.oprcode <> 0 AND o.oid NOT IN (SELECT m.objid FROM member m WHERE m.classid = 'pg_operator'::regclass)
),
-- Operators and functions of a class are the class's own; the others are added to the family.
familymember AS (
  SELECT d.refclassid AS cls, d.refobjid AS oid,
         string_agg(x.sql, E',\n    ' ORDER BY x.part, x.num, x.sql COLLATE "C") AS list
  FROM (
    SELECT 'pg_amop'::regclass::oid AS cls, o.oid, 1 AS part, o.amopstrategy AS num,
           'OPERATOR ' || o.amopstrategy::text || ' ' || quote_ident(pn.nspname) || '.' || p.oprname || ' ('
           || format_type(o.amoplefttype, NULL) || ', ' || format_type(o.amoprighttype, NULL) || ')'
           || CASE WHEN o.amopsortfamily <> 0 THEN ' FOR ORDER BY ' || quote_ident(fn.nspname) || '.' || quote_ident(f.opfname) ELSE '' END AS sql
    FROM pg_amop o JOIN pg_operator p ON p.oid = o.amopopr JOIN pg_namespace pn ON pn.oid = p.oprnamespace
    LEFT JOIN pg_opfamily f ON f.oid = o.amopsortfamily LEFT JOIN pg_namespace fn ON fn.oid = f.opfnamespace
    WHERE o.oid >= 16384
    UNION ALL
    SELECT 'pg_amproc'::regclass, p.oid, 2, p.amprocnum,
           'FUNCTION ' || p.amprocnum::text || ' (' || format_type(p.amproclefttype, NULL) || ', ' || format_type(p.amprocrighttype, NULL)
           || ') ' || p.amproc::oid::regprocedure::text
    FROM pg_amproc p WHERE p.oid >= 16384
  ) x
  JOIN pg_depend d ON d.classid = x.cls AND d.objid = x.oid AND d.refclassid IN ('pg_opclass'::regclass, 'pg_opfamily'::regclass)
  GROUP BY d.refclassid, d.refobjid
),
k_opfamily AS (
  SELECT 'pg_opfamily'::regclass::oid, f.oid, 'pg_opfamily'::regclass::oid, f.oid, 'operator family', n.name, NULL::text,
         f.opfname || ' USING ' || a.name, 35,
         'OPERATOR FAMILY ' || n.q || '.' || quote_ident(f.opfname) || ' USING ' || a.q,
         'OPERATOR FAMILY ' || n.q || '.' || quote_ident(f.opfname) || ' USING ' || a.q,
         f.opfowner, NULL::aclitem[], ''::"char", NULL::text,
         'CREATE OPERATOR FAMILY ' || n.q || '.' || quote_ident(f.opfname) || ' USING ' || a.q
  FROM pg_opfamily f JOIN ns n ON n.oid = f.opfnamespace JOIN am a ON a.oid = f.opfmethod
  WHERE f.oid NOT IN (SELECT m.objid FROM member m WHERE m.classid = 'pg_opfamily'::regclass)
),
k_opfamily_add AS (
  SELECT 3::oid, f.oid, 3::oid, f.oid, 'operator family members', n.name, NULL::text, f.opfname || ' USING ' || a.name, 37,
         NULL::text, NULL::text, 0::oid, NULL::aclitem[], ''::"char", NULL::text,
         'ALTER OPERATOR FAMILY ' || n.q || '.' || quote_ident(f.opfname) || ' USING ' || a.q || E' ADD\n    ' || x.list
  FROM pg_opfamily f JOIN ns n ON n.oid = f.opfnamespace JOIN am a ON a.oid = f.opfmethod
  JOIN familymember x ON x.cls = 'pg_opfamily'::regclass AND x.oid = f.oid
  WHERE f.oid NOT IN (SELECT m.objid FROM member m WHERE m.classid = 'pg_opfamily'::regclass)
),
k_opclass AS (
  SELECT 'pg_opclass'::regclass::oid, c.oid, 'pg_opclass'::regclass::oid, c.oid, 'operator class', n.name, NULL::text,
         c.opcname || ' USING ' || a.name, 36,
         'OPERATOR CLASS ' || n.q || '.' || quote_ident(c.opcname) || ' USING ' || a.q,
         'OPERATOR CLASS ' || n.q || '.' || quote_ident(c.opcname) || ' USING ' || a.q,
         c.opcowner, NULL::aclitem[], ''::"char", NULL::text,
         'CREATE OPERATOR CLASS ' || n.q || '.' || quote_ident(c.opcname) || CASE WHEN c.opcdefault THEN ' DEFAULT' ELSE '' END
         || ' FOR TYPE ' || format_type(c.opcintype, NULL) || ' USING ' || a.q
         || ' FAMILY ' || quote_ident(fn.nspname) || '.' || quote_ident(f.opfname) || E' AS\n    '
         || CASE WHEN c.opckeytype <> 0 THEN 'STORAGE ' || format_type(c.opckeytype, NULL) || coalesce(E',\n    ' || x.list, '')
                 ELSE coalesce(x.list, 'STORAGE ' || format_type(c.opcintype, NULL)) END
  FROM pg_opclass c JOIN ns n ON n.oid = c.opcnamespace JOIN am a ON a.oid = c.opcmethod
  JOIN pg_opfamily f ON f.oid = c.opcfamily JOIN pg_namespace fn ON fn.oid = f.opfnamespace
  LEFT JOIN familymember x ON x.cls = 'pg_opclass'::regclass AND x.oid = c.oid
  WHERE c.oid NOT IN (SELECT m.objid FROM member m WHERE m.classid = 'pg_opclass'::regclass)
),
k_cast AS (
  SELECT 'pg_cast'::regclass::oid, c.oid, 'pg_cast'::regclass::oid, c.oid, 'cast', NULL::text, NULL::text,
         '(' || format_type(c.castsource, NULL) || ' AS ' || format_type(c.casttarget, NULL) || ')', 40,
         'CAST (' || format_type(c.castsource, NULL) || ' AS ' || format_type(c.casttarget, NULL) || ')',
         NULL::text, 0::oid, NULL::aclitem[], ''::"char", NULL::text,
         'CREATE CAST (' || format_type(c.castsource, NULL) || ' AS ' || format_type(c.casttarget, NULL) || ') '
         || CASE c.castmethod WHEN 'f' THEN 'WITH FUNCTION ' || c.castfunc::regprocedure::text
                              WHEN 'i' THEN 'WITH INOUT' ELSE 'WITHOUT FUNCTION' END
         || CASE c.castcontext WHEN 'a' THEN ' AS ASSIGNMENT' WHEN 'i' THEN ' AS IMPLICIT' ELSE '' END
  FROM pg_cast c
  WHERE c.oid >= 16384 AND c.oid NOT IN (SELECT m.objid FROM member m WHERE m.classid = 'pg_cast'::regclass)
    AND c.oid NOT IN (SELECT d.objid FROM dep d WHERE d.classid = 'pg_cast'::regclass AND d.deptype = 'i')
),
k_transform AS (
  SELECT 'pg_transform'::regclass::oid, t.oid, 'pg_transform'::regclass::oid, t.oid, 'transform', NULL::text, NULL::text,
         format_type(t.trftype, NULL) || ' LANGUAGE ' || l.lanname, 41,
         'TRANSFORM FOR ' || format_type(t.trftype, NULL) || ' LANGUAGE ' || quote_ident(l.lanname),
         NULL::text, 0::oid, NULL::aclitem[], ''::"char", NULL::text,
         'CREATE TRANSFORM FOR ' || format_type(t.trftype, NULL) || ' LANGUAGE ' || quote_ident(l.lanname) || ' ('
         || CASE WHEN t.trffromsql <> 0 THEN 'FROM SQL WITH FUNCTION ' || t.trffromsql::oid::regprocedure::text ELSE '' END
         || CASE WHEN t.trffromsql <> 0 AND t.trftosql <> 0 THEN ', ' ELSE '' END
         || CASE WHEN t.trftosql <> 0 THEN 'TO SQL WITH FUNCTION ' || t.trftosql::oid::regprocedure::text ELSE '' END || ')'
  FROM pg_transform t JOIN pg_language l ON l.oid = t.trflang
  WHERE t.oid >= 16384 AND t.oid NOT IN (SELECT m.objid FROM member m WHERE m.classid = 'pg_transform'::regclass)
),
k_collation AS (
  SELECT 'pg_collation'::regclass::oid, c.oid, 'pg_collation'::regclass::oid, c.oid, 'collation', n.name, NULL::text, c.collname::text, 3,
         'COLLATION ' || n.q || '.' || quote_ident(c.collname), 'COLLATION ' || n.q || '.' || quote_ident(c.collname),
         c.collowner, NULL::aclitem[], ''::"char", NULL::text,
         'CREATE COLLATION ' || n.q || '.' || quote_ident(c.collname) || ' (provider = '
         || CASE c.collprovider WHEN 'i' THEN 'icu' WHEN 'b' THEN 'builtin' WHEN 'd' THEN 'default' ELSE 'libc' END
         || CASE WHEN NOT c.collisdeterministic THEN ', deterministic = false' ELSE '' END
         || CASE WHEN c.collprovider IN ('i', 'b')
                 THEN ', locale = ' || quote_literal(coalesce(c.colllocale, c.colliculocale, c.collcollate::text))
                 WHEN c.collcollate::text = c.collctype::text THEN ', locale = ' || quote_literal(c.collcollate)
                 ELSE ', lc_collate = ' || quote_literal(c.collcollate) || ', lc_ctype = ' || quote_literal(c.collctype) END
         || coalesce(', rules = ' || quote_literal(c.collicurules), '') || ')'
  FROM (SELECT true AS collisdeterministic, NULL::text AS colllocale, NULL::text AS colliculocale, NULL::text AS collicurules) AS absent
  CROSS JOIN LATERAL (SELECT l.oid, l.collname, l.collnamespace, l.collowner, l.collprovider, l.collcollate, l.collctype,
                             collisdeterministic, colllocale, colliculocale, collicurules FROM pg_collation l) c
  JOIN ns n ON n.oid = c.collnamespace
  WHERE c.oid NOT IN (SELECT m.objid FROM member m WHERE m.classid = 'pg_collation'::regclass)
),
k_conversion AS (
  SELECT 'pg_conversion'::regclass::oid, c.oid, 'pg_conversion'::regclass::oid, c.oid, 'conversion', n.name, NULL::text, c.conname::text, 42,
         'CONVERSION ' || n.q || '.' || quote_ident(c.conname), 'CONVERSION ' || n.q || '.' || quote_ident(c.conname),
         c.conowner, NULL::aclitem[], ''::"char", NULL::text,
         'CREATE ' || CASE WHEN c.condefault THEN 'DEFAULT ' ELSE '' END || 'CONVERSION ' || n.q || '.' || quote_ident(c.conname)
         || ' FOR ' || quote_literal(pg_encoding_to_char(c.conforencoding)) || ' TO ' || quote_literal(pg_encoding_to_char(c.contoencoding))
         || ' FROM ' || c.conproc::text
  FROM pg_conversion c JOIN ns n ON n.oid = c.connamespace
  WHERE c.oid NOT IN (SELECT m.objid FROM member m WHERE m.classid = 'pg_conversion'::regclass)
),
k_tsparser AS (
  SELECT 'pg_ts_parser'::regclass::oid, p.oid, 'pg_ts_parser'::regclass::oid, p.oid, 'text search parser', n.name, NULL::text, p.prsname::text, 24,
         'TEXT SEARCH PARSER ' || n.q || '.' || quote_ident(p.prsname), NULL::text, 0::oid, NULL::aclitem[], ''::"char", NULL::text,
         'CREATE TEXT SEARCH PARSER ' || n.q || '.' || quote_ident(p.prsname) || E' (\n    START = ' || p.prsstart::text
         || E',\n    GETTOKEN = ' || p.prstoken::text || E',\n    END = ' || p.prsend::text
         || CASE WHEN p.prsheadline <> 0 THEN E',\n    HEADLINE = ' || p.prsheadline::text ELSE '' END
         || E',\n    LEXTYPES = ' || p.prslextype::text || E'\n)'
  FROM pg_ts_parser p JOIN ns n ON n.oid = p.prsnamespace
  WHERE p.oid NOT IN (SELECT m.objid FROM member m WHERE m.classid = 'pg_ts_parser'::regclass)
),
k_tstemplate AS (
  SELECT 'pg_ts_template'::regclass::oid, t.oid, 'pg_ts_template'::regclass::oid, t.oid, 'text search template', n.name, NULL::text, t.tmplname::text, 25,
         'TEXT SEARCH TEMPLATE ' || n.q || '.' || quote_ident(t.tmplname), NULL::text, 0::oid, NULL::aclitem[], ''::"char", NULL::text,
         'CREATE TEXT SEARCH TEMPLATE ' || n.q || '.' || quote_ident(t.tmplname) || ' ('
         || CASE WHEN t.tmplinit <> 0 THEN 'INIT = ' || t.tmplinit::text || ', ' ELSE '' END || 'LEXIZE = ' || t.tmpllexize::text || ')'
  FROM pg_ts_template t JOIN ns n ON n.oid = t.tmplnamespace
  WHERE t.oid NOT IN (SELECT m.objid FROM member m WHERE m.classid = 'pg_ts_template'::regclass)
),
k_tsdict AS (
  SELECT 'pg_ts_dict'::regclass::oid, d.oid, 'pg_ts_dict'::regclass::oid, d.oid, 'text search dictionary', n.name, NULL::text, d.dictname::text, 26,
         'TEXT SEARCH DICTIONARY ' || n.q || '.' || quote_ident(d.dictname), 'TEXT SEARCH DICTIONARY ' || n.q || '.' || quote_ident(d.dictname),
         d.dictowner, NULL::aclitem[], ''::"char", NULL::text,
         'CREATE TEXT SEARCH DICTIONARY ' || n.q || '.' || quote_ident(d.dictname) || E' (\n    TEMPLATE = '
         || quote_ident(tn.nspname) || '.' || quote_ident(t.tmplname) || coalesce(E',\n    ' || d.dictinitoption, '') || E'\n)'
  FROM pg_ts_dict d JOIN ns n ON n.oid = d.dictnamespace
  JOIN pg_ts_template t ON t.oid = d.dicttemplate JOIN pg_namespace tn ON tn.oid = t.tmplnamespace
  WHERE d.oid NOT IN (SELECT m.objid FROM member m WHERE m.classid = 'pg_ts_dict'::regclass)
),
k_tsconfig AS (
  SELECT 'pg_ts_config'::regclass::oid, c.oid, 'pg_ts_config'::regclass::oid, c.oid, 'text search configuration', n.name, NULL::text, c.cfgname::text, 27,
         'TEXT SEARCH CONFIGURATION ' || n.q || '.' || quote_ident(c.cfgname), 'TEXT SEARCH CONFIGURATION ' || n.q || '.' || quote_ident(c.cfgname),
         c.cfgowner, NULL::aclitem[], ''::"char", NULL::text,
         'CREATE TEXT SEARCH CONFIGURATION ' || n.q || '.' || quote_ident(c.cfgname) || ' (PARSER = '
         || quote_ident(pn.nspname) || '.' || quote_ident(p.prsname) || ')'
  FROM pg_ts_config c JOIN ns n ON n.oid = c.cfgnamespace
  JOIN pg_ts_parser p ON p.oid = c.cfgparser JOIN pg_namespace pn ON pn.oid = p.prsnamespace
  WHERE c.oid NOT IN (SELECT m.objid FROM member m WHERE m.classid = 'pg_ts_config'::regclass)
),
tsmapping AS (
  SELECT c.oid, m.maptokentype,
         'ALTER ' || c.ident || ' ADD MAPPING FOR ' || quote_ident(tok.alias) || ' WITH ' || m.list AS sql
  FROM (SELECT c.oid, c.ident FROM k_tsconfig c(cls, oid, ncls, noid, kind, nsp, tbl, name, base, ident, okw, owner, acl, aclk, aclon, sql)) c
  JOIN (SELECT m.mapcfg, m.maptokentype, string_agg(quote_ident(n.nspname) || '.' || quote_ident(d.dictname), ', ' ORDER BY m.mapseqno) AS list
        FROM pg_ts_config_map m JOIN pg_ts_dict d ON d.oid = m.mapdict JOIN pg_namespace n ON n.oid = d.dictnamespace
        GROUP BY m.mapcfg, m.maptokentype) m ON m.mapcfg = c.oid
  JOIN pg_ts_config g ON g.oid = c.oid
  JOIN LATERAL ts_token_type(g.cfgparser) tok ON tok.tokid = m.maptokentype
),
k_fdw AS (
  SELECT 'pg_foreign_data_wrapper'::regclass::oid, w.oid, 'pg_foreign_data_wrapper'::regclass::oid, w.oid, 'foreign data wrapper', NULL::text, NULL::text,
         w.fdwname::text, 50, 'FOREIGN DATA WRAPPER ' || quote_ident(w.fdwname), 'FOREIGN DATA WRAPPER ' || quote_ident(w.fdwname),
         w.fdwowner, w.fdwacl, 'F'::"char", 'FOREIGN DATA WRAPPER ' || quote_ident(w.fdwname),
         'CREATE FOREIGN DATA WRAPPER ' || quote_ident(w.fdwname)
         || CASE WHEN w.fdwhandler <> 0 THEN ' HANDLER ' || w.fdwhandler::regproc::text ELSE '' END
         || CASE WHEN w.fdwvalidator <> 0 THEN ' VALIDATOR ' || w.fdwvalidator::regproc::text ELSE '' END
         || coalesce(' OPTIONS (' || o.list || ')', '')
  FROM pg_foreign_data_wrapper w
  LEFT JOIN fdwoption o ON o.cls = 'pg_foreign_data_wrapper'::regclass AND o.oid = w.oid
  WHERE w.oid >= 16384 AND w.oid NOT IN (SELECT m.objid FROM member m WHERE m.classid = 'pg_foreign_data_wrapper'::regclass)
),
k_server AS (
  SELECT 'pg_foreign_server'::regclass::oid, s.oid, 'pg_foreign_server'::regclass::oid, s.oid, 'server', NULL::text, NULL::text,
         s.srvname::text, 51, 'SERVER ' || quote_ident(s.srvname), 'SERVER ' || quote_ident(s.srvname),
         s.srvowner, s.srvacl, 'S'::"char", 'FOREIGN SERVER ' || quote_ident(s.srvname),
         'CREATE SERVER ' || quote_ident(s.srvname) || coalesce(' TYPE ' || quote_literal(s.srvtype), '')
         || coalesce(' VERSION ' || quote_literal(s.srvversion), '') || ' FOREIGN DATA WRAPPER ' || quote_ident(w.fdwname)
         || coalesce(' OPTIONS (' || o.list || ')', '')
  FROM pg_foreign_server s JOIN pg_foreign_data_wrapper w ON w.oid = s.srvfdw
  LEFT JOIN fdwoption o ON o.cls = 'pg_foreign_server'::regclass AND o.oid = s.oid
  WHERE s.oid NOT IN (SELECT m.objid FROM member m WHERE m.classid = 'pg_foreign_server'::regclass)
),
k_mapping AS (
  SELECT 'pg_user_mapping'::regclass::oid, u.umid, 'pg_user_mapping'::regclass::oid, u.umid, 'user mapping', NULL::text, u.srvname::text,
         u.usename::text, 52, NULL::text, NULL::text, 0::oid, NULL::aclitem[], ''::"char", NULL::text,
         'CREATE USER MAPPING FOR ' || CASE WHEN u.umuser = 0 THEN 'PUBLIC' ELSE quote_ident(u.usename) END
         || ' SERVER ' || quote_ident(u.srvname) || coalesce(' OPTIONS (' || o.list || ')', '')
  FROM pg_user_mappings u
  LEFT JOIN fdwoption o ON o.cls = 'pg_user_mapping'::regclass AND o.oid = u.umid
  WHERE u.srvid NOT IN (SELECT m.objid FROM member m WHERE m.classid = 'pg_foreign_server'::regclass)
),
k_sequence AS (
  SELECT 'pg_class'::regclass::oid, r.oid, 'pg_class'::regclass::oid, coalesce(o.rel, r.oid), 'sequence', r.nsp, NULL::text, r.name, 90,
         'SEQUENCE ' || r.q, CASE WHEN o.rel IS NULL THEN 'SEQUENCE ' || r.q END, r.relowner, r.relacl, 's'::"char", 'SEQUENCE ' || r.q,
         CASE WHEN o.rel IS NULL THEN
           'CREATE ' || CASE WHEN r.relpersistence = 'u' THEN 'UNLOGGED ' ELSE '' END || 'SEQUENCE ' || r.q
           || CASE WHEN s.seqtypid <> 'int8'::regtype THEN ' AS ' || format_type(s.seqtypid, NULL) ELSE '' END || ' ' || s.options END
  FROM rel r JOIN seq s ON s.oid = r.oid
  LEFT JOIN seqowner o ON o.seq = r.oid AND o.deptype = 'i'
  WHERE NOT r.ext
),
k_ownedby AS (
  SELECT 1::oid, r.oid, 1::oid, r.oid, 'sequence owner', r.nsp, NULL::text, r.name, 300,
         NULL::text, NULL::text, 0::oid, NULL::aclitem[], ''::"char", NULL::text,
         'ALTER SEQUENCE ' || r.q || ' OWNED BY ' || t.q || '.' || a.q
  FROM rel r JOIN seqowner o ON o.seq = r.oid AND o.deptype = 'a'
  JOIN rel t ON t.oid = o.rel JOIN att a ON a.attrelid = o.rel AND a.attnum = o.attnum
  WHERE NOT r.ext
),
k_table AS (
  SELECT 'pg_class'::regclass::oid, r.oid, 'pg_class'::regclass::oid, r.oid,
         CASE WHEN r.relkind = 'f' THEN 'foreign table' ELSE 'table' END, r.nsp, NULL::text, r.name, 100,
         CASE WHEN r.relkind = 'f' THEN 'FOREIGN TABLE ' ELSE 'TABLE ' END || r.q,
         CASE WHEN r.relkind = 'f' THEN 'FOREIGN TABLE ' ELSE 'TABLE ' END || r.q,
         r.relowner, r.relacl, 'r'::"char", 'TABLE ' || r.q,
         'CREATE ' || CASE WHEN r.relkind = 'f' THEN 'FOREIGN ' WHEN r.relpersistence = 'u' THEN 'UNLOGGED ' ELSE '' END
         || 'TABLE ' || r.q
         || CASE WHEN r.reloftype <> 0 THEN ' OF ' || format_type(r.reloftype, NULL) || coalesce(E' (\n' || l.body || E'\n)', '')
                 ELSE E' (\n' || coalesce(l.body || E'\n', '') || ')' END
         || CASE WHEN p.list IS NOT NULL AND NOT r.relispartition THEN E'\nINHERITS (' || p.list || ')' ELSE '' END
         || CASE WHEN r.relkind = 'p' THEN E'\nPARTITION BY ' || pg_get_partkeydef(r.oid) ELSE '' END
         || CASE WHEN r.relkind = 'f' THEN E'\nSERVER ' || quote_ident(fs.srvname) || coalesce(E'\nOPTIONS (' || fo.list || ')', '') ELSE '' END
         || CASE WHEN r.relkind <> 'f' AND (a.name <> 'heap' OR r.relkind = 'p') AND a.oid IS NOT NULL THEN E'\nUSING ' || a.q ELSE '' END
         || coalesce(E'\n' || ltrim(o.sql), '') || coalesce(E'\nTABLESPACE ' || ts.q, '')
  FROM rel r
  LEFT JOIN line l ON l.rel = r.oid
  LEFT JOIN parents p ON p.inhrelid = r.oid
  LEFT JOIN reloption o ON o.oid = r.oid
  LEFT JOIN am a ON a.oid = r.relam
  LEFT JOIN tablespace ts ON ts.oid = r.reltablespace
  LEFT JOIN pg_foreign_table ft ON ft.ftrelid = r.oid
  LEFT JOIN pg_foreign_server fs ON fs.oid = ft.ftserver
  LEFT JOIN fdwoption fo ON fo.cls = 'pg_foreign_table'::regclass AND fo.oid = r.oid
  WHERE r.relkind IN ('r', 'p', 'f') AND NOT r.ext
),
k_view AS (
  SELECT 'pg_class'::regclass::oid, r.oid, 'pg_class'::regclass::oid, r.oid, 'view', r.nsp, NULL::text, r.name, 200,
         'VIEW ' || r.q, 'VIEW ' || r.q, r.relowner, r.relacl, 'r'::"char", 'TABLE ' || r.q,
         'CREATE VIEW ' || r.q || coalesce(o.sql, '') || E' AS\n' || rtrim(pg_get_viewdef(r.oid), ';')
         || coalesce(E'\n  WITH ' || upper(c.opt) || ' CHECK OPTION', '')
  FROM rel r
  LEFT JOIN reloption o ON o.oid = r.oid
  LEFT JOIN (SELECT r.oid, max(substr(u.o, 14)) AS opt FROM rel r CROSS JOIN LATERAL unnest(r.reloptions) AS u(o)
             WHERE r.relkind = 'v' AND u.o LIKE 'check\_option=%' GROUP BY r.oid) c ON c.oid = r.oid
  WHERE r.relkind = 'v' AND NOT r.ext
),
k_matview AS (
  SELECT 'pg_class'::regclass::oid, r.oid, 'pg_class'::regclass::oid, r.oid, 'materialized view', r.nsp, NULL::text, r.name, 200,
         'MATERIALIZED VIEW ' || r.q, 'MATERIALIZED VIEW ' || r.q, r.relowner, r.relacl, 'r'::"char", 'TABLE ' || r.q,
         'CREATE MATERIALIZED VIEW ' || r.q || CASE WHEN a.name <> 'heap' THEN E'\nUSING ' || a.q ELSE '' END
         || coalesce(E'\n' || ltrim(o.sql), '') || coalesce(E'\nTABLESPACE ' || ts.q, '')
         || E'\nAS\n' || rtrim(pg_get_viewdef(r.oid), ';') || E'\n  WITH NO DATA'
  FROM rel r
  LEFT JOIN reloption o ON o.oid = r.oid
  LEFT JOIN am a ON a.oid = r.relam
  LEFT JOIN tablespace ts ON ts.oid = r.reltablespace
  WHERE r.relkind = 'm' AND NOT r.ext
),
k_default AS (
  SELECT 'pg_attrdef'::regclass::oid, c.def, 'pg_attrdef'::regclass::oid, c.def, 'default', r.nsp, r.name, c.name, 300,
         NULL::text, NULL::text, 0::oid, NULL::aclitem[], ''::"char", NULL::text,
         'ALTER TABLE ONLY ' || r.q || ' ALTER COLUMN ' || c.q || ' SET DEFAULT ' || c.expr
  FROM tcol c JOIN rel r ON r.oid = c.rel WHERE c.late
),
-- Constraints of a domain: those in CREATE DOMAIN have a card for their comment only.
k_domaincon AS (
  SELECT 'pg_constraint'::regclass::oid, c.oid,
         CASE WHEN c.convalidated AND NOT c.late THEN 'pg_type'::regclass ELSE 'pg_constraint'::regclass END::oid,
         CASE WHEN c.convalidated AND NOT c.late THEN t.oid ELSE c.oid END,
         'domain constraint', t.nsp, t.name, c.name, 300, 'CONSTRAINT ' || c.q || ' ON DOMAIN ' || t.q,
         NULL::text, 0::oid, NULL::aclitem[], ''::"char", NULL::text,
         CASE WHEN c.late OR NOT c.convalidated
              THEN 'ALTER DOMAIN ' || t.q || ' ADD CONSTRAINT ' || c.q || ' ' || pg_get_constraintdef(c.oid) END
  FROM con c JOIN typ t ON t.oid = c.contypid
  WHERE c.contype IN ('c', 'n')
),
-- Checks and NOT NULLs: most stand in CREATE TABLE; those that children inherit are not repeated there.
k_check AS (
  SELECT 'pg_constraint'::regclass::oid, c.oid,
         CASE WHEN c.convalidated AND NOT c.late THEN 'pg_class'::regclass ELSE 'pg_constraint'::regclass END::oid,
         CASE WHEN c.convalidated AND NOT c.late THEN r.oid ELSE c.oid END,
         'constraint', r.nsp, r.name, c.name, CASE WHEN c.contype = 'c' THEN 1100 ELSE 1000 END,
         'CONSTRAINT ' || c.q || ' ON ' || r.q, NULL::text, 0::oid, NULL::aclitem[], ''::"char", NULL::text,
         CASE WHEN (c.late OR NOT c.convalidated) AND c.conislocal
              THEN 'ALTER ' || CASE WHEN r.relkind = 'f' THEN 'FOREIGN ' ELSE '' END || 'TABLE ' || r.q
                   || ' ADD CONSTRAINT ' || c.q || ' ' || pg_get_constraintdef(c.oid) END
  FROM con c JOIN rel r ON r.oid = c.conrelid
  WHERE c.contype IN ('c', 'n')
),
k_key AS (
  SELECT 'pg_constraint'::regclass::oid, c.oid, 'pg_constraint'::regclass::oid, c.oid, 'constraint', r.nsp, r.name, c.name,
         CASE c.contype WHEN 'p' THEN 1000 ELSE 1001 END,
         'CONSTRAINT ' || c.q || ' ON ' || r.q, NULL::text, 0::oid, NULL::aclitem[], ''::"char", NULL::text,
         -- an exclusion of a partitioned table cannot be put together by ATTACH: its partitions' come with it
         'ALTER TABLE ' || CASE WHEN c.contype = 'x' AND r.relkind = 'p' THEN '' ELSE 'ONLY ' END || r.q || ' ADD CONSTRAINT ' || c.q || ' '
         || CASE WHEN c.contype = 'x' THEN pg_get_constraintdef(c.oid)
                 ELSE left(d.def, length(d.def) - length(d.tail)) || coalesce(o.sql, '')
                      || coalesce(' USING INDEX TABLESPACE ' || ts.q, '') || d.tail END
  FROM con c JOIN rel r ON r.oid = c.conrelid JOIN rel i ON i.oid = c.conindid
  CROSS JOIN LATERAL (SELECT pg_get_constraintdef(c.oid) AS def,
    CASE WHEN c.condeferrable THEN ' DEFERRABLE' ELSE '' END || CASE WHEN c.condeferred THEN ' INITIALLY DEFERRED' ELSE '' END AS tail) d
  LEFT JOIN reloption o ON o.oid = i.oid
  LEFT JOIN tablespace ts ON ts.oid = i.reltablespace
  WHERE c.contype IN ('p', 'u') OR c.contype = 'x' AND c.conparentid = 0
),
-- A key of a partition is one of the parent's: the partitions' come with it.
k_foreign AS (
  SELECT 'pg_constraint'::regclass::oid, c.oid, 'pg_constraint'::regclass::oid, c.oid, 'foreign key', r.nsp, r.name, c.name, 3000,
         'CONSTRAINT ' || c.q || ' ON ' || r.q, NULL::text, 0::oid, NULL::aclitem[], ''::"char", NULL::text,
         'ALTER TABLE ' || CASE WHEN r.relkind = 'p' THEN '' ELSE 'ONLY ' END || r.q || ' ADD CONSTRAINT ' || c.q || ' ' || pg_get_constraintdef(c.oid)
  FROM con c JOIN rel r ON r.oid = c.conrelid
  WHERE c.contype = 'f' AND c.conparentid = 0
),
idx AS (
  SELECT i.indexrelid AS oid, i.indrelid, r.name, r.nsp, r.q, r.relkind, t.q AS relq, t.name AS rel, t.relkind AS relrelkind, r.ext,
         c.oid AS con, i.indisvalid, i.indisready, i.indisclustered, i.indisreplident, r.reltablespace
  FROM pg_index i JOIN rel r ON r.oid = i.indexrelid JOIN rel t ON t.oid = i.indrelid
  LEFT JOIN con c ON c.conindid = i.indexrelid AND c.conrelid = i.indrelid AND c.contype IN ('p', 'u', 'x')
  WHERE NOT r.ext AND NOT (t.ext AND i.indexrelid IN (SELECT d.objid FROM pg_depend d JOIN pg_constraint k ON k.oid = d.refobjid
                           WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_constraint'::regclass AND d.deptype = 'i'))
),
k_index AS (
  SELECT 'pg_class'::regclass::oid, i.oid, CASE WHEN i.con IS NULL THEN 'pg_class'::regclass ELSE 'pg_constraint'::regclass END::oid,
         coalesce(i.con, i.oid), 'index', i.nsp, i.rel, i.name, 1002,
         'INDEX ' || i.q, NULL::text, 0::oid, NULL::aclitem[], ''::"char", NULL::text,
         CASE WHEN i.con IS NULL THEN pg_get_indexdef(i.oid) END
  FROM idx i WHERE i.con IS NOT NULL OR (i.indisready AND (i.indisvalid OR i.relkind = 'I'))
),
k_indexpart AS (
  SELECT 4::oid, c.oid, 4::oid, c.oid, 'index partition', c.nsp, c.rel, c.name, 2000,
         NULL::text, NULL::text, 0::oid, NULL::aclitem[], ''::"char", NULL::text,
         'ALTER INDEX ' || p.q || ' ATTACH PARTITION ' || c.q
  FROM pg_inherits h JOIN idx c ON c.oid = h.inhrelid JOIN idx p ON p.oid = h.inhparent
  LEFT JOIN con k ON k.oid = c.con WHERE k.contype IS DISTINCT FROM 'x'
),
k_replident AS (
  SELECT 5::oid, i.oid, 5::oid, i.oid, 'replica identity', i.nsp, i.rel, i.name, 2500,
         NULL::text, NULL::text, 0::oid, NULL::aclitem[], ''::"char", NULL::text,
         'ALTER TABLE ONLY ' || i.relq || ' REPLICA IDENTITY USING INDEX ' || quote_ident(i.name)
  FROM idx i WHERE i.indisreplident
),
k_statistics AS (
  SELECT 'pg_statistic_ext'::regclass::oid, s.oid, 'pg_statistic_ext'::regclass::oid, s.oid, 'statistics', n.name, r.name, s.stxname::text, 4000,
         'STATISTICS ' || n.q || '.' || quote_ident(s.stxname), 'STATISTICS ' || n.q || '.' || quote_ident(s.stxname),
         s.stxowner, NULL::aclitem[], ''::"char", NULL::text, pg_get_statisticsobjdef(s.oid)
  FROM pg_statistic_ext s JOIN ns n ON n.oid = s.stxnamespace LEFT JOIN rel r ON r.oid = s.stxrelid
  WHERE s.oid NOT IN (SELECT m.objid FROM member m WHERE m.classid = 'pg_statistic_ext'::regclass)
),
k_rule AS (
  SELECT 'pg_rewrite'::regclass::oid, w.oid, 'pg_rewrite'::regclass::oid, w.oid, 'rule', r.nsp, r.name, w.rulename::text, 4001,
         'RULE ' || quote_ident(w.rulename) || ' ON ' || r.q, NULL::text, 0::oid, NULL::aclitem[], ''::"char", NULL::text,
         rtrim(pg_get_ruledef(w.oid), ';')
  FROM pg_rewrite w JOIN rel r ON r.oid = w.ev_class
  WHERE w.rulename <> '_RETURN' AND NOT (r.ext AND w.oid IN (SELECT m.objid FROM member m WHERE m.classid = 'pg_rewrite'::regclass))
),
trig AS (
  SELECT t.oid, t.tgname::text AS name, quote_ident(t.tgname) AS q, t.tgrelid, t.tgenabled, t.tgisinternal,
         coalesce(nullif(t.tgparentid, 0), d.refobjid) AS parent, r.q AS relq, r.nsp, r.name AS rel
  FROM (SELECT 0::oid AS tgparentid) AS absent
  CROSS JOIN LATERAL (SELECT g.oid, g.tgname, g.tgrelid, g.tgenabled, g.tgisinternal, tgparentid FROM pg_trigger g) t
  JOIN rel r ON r.oid = t.tgrelid
  LEFT JOIN pg_depend d ON d.classid = 'pg_trigger'::regclass AND d.objid = t.oid AND d.refclassid = 'pg_trigger'::regclass
  WHERE t.oid NOT IN (SELECT m.objid FROM member m WHERE m.classid = 'pg_trigger'::regclass)
),
k_trigger AS (
  SELECT 'pg_trigger'::regclass::oid, t.oid, 'pg_trigger'::regclass::oid, t.oid, 'trigger', t.nsp, t.rel, t.name, 4002,
         'TRIGGER ' || t.q || ' ON ' || t.relq, NULL::text, 0::oid, NULL::aclitem[], ''::"char", NULL::text,
         pg_get_triggerdef(t.oid)
  FROM trig t WHERE NOT t.tgisinternal AND t.parent IS NULL
),
-- Triggers of partitions are made with the parent's; their state may differ.
k_triggerpart AS (
  SELECT 6::oid, t.oid, 6::oid, t.oid, 'trigger state', t.nsp, t.rel, t.name, 4003,
         NULL::text, NULL::text, 0::oid, NULL::aclitem[], ''::"char", NULL::text,
         'ALTER TABLE ' || t.relq || CASE t.tgenabled WHEN 'D' THEN ' DISABLE' WHEN 'A' THEN ' ENABLE ALWAYS' WHEN 'R' THEN ' ENABLE REPLICA' ELSE ' ENABLE' END
         || ' TRIGGER ' || t.q
  FROM trig t JOIN pg_trigger p ON p.oid = t.parent
  WHERE NOT p.tgisinternal AND p.tgenabled <> t.tgenabled
),
k_policy AS (
  SELECT 'pg_policy'::regclass::oid, p.oid, 'pg_policy'::regclass::oid, p.oid, 'policy', r.nsp, r.name, p.polname::text, 4004,
         'POLICY ' || quote_ident(p.polname) || ' ON ' || r.q, NULL::text, 0::oid, NULL::aclitem[], ''::"char", NULL::text,
         'CREATE POLICY ' || quote_ident(p.polname) || ' ON ' || r.q || CASE WHEN p.polpermissive THEN '' ELSE ' AS RESTRICTIVE' END
         || CASE p.polcmd WHEN 'r' THEN ' FOR SELECT' WHEN 'a' THEN ' FOR INSERT' WHEN 'w' THEN ' FOR UPDATE' WHEN 'd' THEN ' FOR DELETE' ELSE '' END
         || CASE WHEN p.polroles <> '{0}' THEN ' TO ' || x.list ELSE '' END
         || coalesce(' USING (' || pg_get_expr(p.polqual, p.polrelid) || ')', '')
         || coalesce(' WITH CHECK (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')', '')
  FROM pg_policy p JOIN rel r ON r.oid = p.polrelid
  LEFT JOIN (SELECT p.oid, string_agg(x.role, ', ' ORDER BY x.role COLLATE "C") AS list FROM pg_policy p
             CROSS JOIN LATERAL (SELECT CASE WHEN u.r = 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(u.r)) END AS role FROM unnest(p.polroles) AS u(r)) x
             GROUP BY p.oid) x ON x.oid = p.oid
),
pub AS (
  SELECT p.oid, p.pubname::text AS name, quote_ident(p.pubname) AS q, p.pubowner, p.puballtables, p.pubinsert, p.pubupdate, p.pubdelete,
         p.pubtruncate, p.pubviaroot, p.pubgencols
  FROM (SELECT false AS pubviaroot, 'n'::"char" AS pubgencols) AS absent
  CROSS JOIN LATERAL (SELECT b.oid, b.pubname, b.pubowner, b.puballtables, b.pubinsert, b.pubupdate, b.pubdelete, b.pubtruncate, pubviaroot, pubgencols
                      FROM pg_publication b) p
  WHERE p.oid NOT IN (SELECT m.objid FROM member m WHERE m.classid = 'pg_publication'::regclass)
),
k_publication AS (
  SELECT 'pg_publication'::regclass::oid, p.oid, 'pg_publication'::regclass::oid, p.oid, 'publication', NULL::text, NULL::text, p.name, 4500,
         'PUBLICATION ' || p.q, 'PUBLICATION ' || p.q, p.pubowner, NULL::aclitem[], ''::"char", NULL::text,
         'CREATE PUBLICATION ' || p.q || CASE WHEN p.puballtables THEN ' FOR ALL TABLES' ELSE '' END || ' WITH (publish = '''
         || concat_ws(', ', CASE WHEN p.pubinsert THEN 'insert' END, CASE WHEN p.pubupdate THEN 'update' END,
                      CASE WHEN p.pubdelete THEN 'delete' END, CASE WHEN p.pubtruncate THEN 'truncate' END) || ''''
         || CASE WHEN p.pubviaroot THEN ', publish_via_partition_root = true' ELSE '' END
         || CASE WHEN p.pubgencols = 's' THEN ', publish_generated_columns = stored' ELSE '' END || ')'
  FROM pub p
),
pubmember AS (
  SELECT p.oid, 1 AS ord, r.nsp || '.' || r.name AS name,
         'ALTER PUBLICATION ' || p.q || ' ADD TABLE ONLY ' || r.q || coalesce(' (' || c.list || ')', '') || coalesce(' WHERE ' || x.qual, '') AS sql
  FROM pub p
  JOIN (SELECT x.oid, x.prpubid, x.prrelid, x.prattrs, pg_get_expr(x.prqual, x.prrelid) AS qual
        FROM (SELECT NULL::pg_node_tree AS prqual, NULL::int2vector AS prattrs) AS absent
        CROSS JOIN LATERAL (SELECT y.oid, y.prpubid, y.prrelid, prqual, prattrs FROM pg_publication_rel y) x) x ON x.prpubid = p.oid
  JOIN rel r ON r.oid = x.prrelid
  LEFT JOIN (SELECT x.oid, string_agg(a.q, ', ' ORDER BY a.attnum) AS list
             FROM (SELECT x.oid, x.prrelid, unnest(x.prattrs::int2[]) AS attnum
                   FROM (SELECT NULL::int2vector AS prattrs) AS absent
                   CROSS JOIN LATERAL (SELECT y.oid, y.prrelid, prattrs FROM pg_publication_rel y) x) x
             JOIN att a ON a.attrelid = x.prrelid AND a.attnum = x.attnum GROUP BY x.oid) c ON c.oid = x.oid
  UNION ALL
  -- pg_publication_namespace (6237) is not there before 15; what it records is in pg_depend too.
  SELECT p.oid, 2, n.name, 'ALTER PUBLICATION ' || p.q || ' ADD TABLES IN SCHEMA ' || n.q
  FROM pg_depend d JOIN pub p ON p.oid = d.refobjid AND d.refclassid = 'pg_publication'::regclass
  JOIN pg_depend e ON e.classid = d.classid AND e.objid = d.objid AND e.refclassid = 'pg_namespace'::regclass
  JOIN ns n ON n.oid = e.refobjid
  WHERE d.classid = 6237
),
-- Which columns of pg_subscription may be read depends on the version and the role. ts_stat runs a query given
-- as text, so that only those that may be are asked for: one word for each column of each subscription.
sub AS (
  SELECT w.name, jsonb_object_agg(w.key, w.value) AS v
  FROM (SELECT split_part(t.word, E'\x01', 1) AS name, split_part(t.word, E'\x01', 2) AS key, split_part(t.word, E'\x01', 3) AS value
        FROM (SELECT 'SELECT array_to_tsvector(array_agg(s.subname || E''\x01'' || e.key || E''\x01'' || left(e.value, 600)))'
                     || ' FROM (SELECT ' || string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum)
                     || ' FROM pg_subscription WHERE subdbid = ' || (SELECT d.oid::text FROM pg_database d WHERE d.datname = current_database())
                     || ') s CROSS JOIN LATERAL jsonb_each_text(to_jsonb(s)) e WHERE e.value IS NOT NULL GROUP BY s.subname' AS query
              FROM pg_attribute a
              WHERE a.attrelid = 'pg_subscription'::regclass AND a.attnum > 0
                AND has_column_privilege('pg_subscription'::regclass, a.attnum, 'SELECT')) q
        CROSS JOIN LATERAL ts_stat(q.query) t) w
  GROUP BY w.name
),
k_subscription AS (
  SELECT 7::oid, x.pos::oid, 7::oid, x.pos::oid, 'subscription', NULL::text, NULL::text, s.name, 5000,
         'SUBSCRIPTION ' || quote_ident(s.name), 'SUBSCRIPTION ' || quote_ident(s.name), (s.v->>'subowner')::oid, NULL::aclitem[], ''::"char", NULL::text,
         'CREATE SUBSCRIPTION ' || quote_ident(s.name) || ' CONNECTION '
         || quote_literal(CASE WHEN s.v->>'subconninfo' IS NULL OR length(s.v->>'subconninfo') >= 600 THEN 'dbname=********'
              WHEN s.v->>'subconninfo' ~ '://'
              THEN regexp_replace(regexp_replace(s.v->>'subconninfo', '(://[^:@/]*):[^@/]*@', '\1:********@'),
                                  '([?&][a-z_]*(pass(word)?|secret|token|key))=[^&]*', '\1=********', 'gi')
              ELSE regexp_replace(s.v->>'subconninfo', '(pass(word)?|secret|token|key)(\s*=\s*)(''([^''\\]|\\.)*''|([^\s\\]|\\.)+)', '\1\3********', 'gi') END)
         || ' PUBLICATION ' || p.list || ' WITH (connect = false'
         || ', slot_name = ' || coalesce(quote_literal(s.v->>'subslotname'), 'NONE')
         || CASE WHEN s.v->>'subbinary' = 'true' THEN ', binary = true' ELSE '' END
         || CASE WHEN s.v->>'substream' IN ('true', 't') THEN ', streaming = on' WHEN s.v->>'substream' = 'p' THEN ', streaming = parallel'
                 WHEN s.v->>'substream' = 'f' AND current_setting('server_version_num')::int >= 180000 THEN ', streaming = off' ELSE '' END
         || CASE WHEN s.v->>'subtwophasestate' <> 'd' THEN ', two_phase = on' ELSE '' END
         || CASE WHEN s.v->>'subdisableonerr' = 'true' THEN ', disable_on_error = true' ELSE '' END
         || CASE WHEN s.v->>'subpasswordrequired' = 'false' THEN ', password_required = false' ELSE '' END
         || CASE WHEN s.v->>'subrunasowner' = 'true' THEN ', run_as_owner = true' ELSE '' END
         || CASE WHEN s.v->>'subfailover' = 'true' THEN ', failover = true' ELSE '' END
         || CASE WHEN s.v->>'suborigin' <> 'any' THEN ', origin = ' || quote_literal(s.v->>'suborigin') ELSE '' END
         || CASE WHEN s.v->>'subsynccommit' <> 'off' THEN ', synchronous_commit = ' || quote_literal(s.v->>'subsynccommit') ELSE '' END || ')'
  FROM sub s
  -- a subscription's oid may not be read by everybody in 12 and 13
  JOIN (SELECT b.subname::text, b.subpublications, row_number() OVER (ORDER BY b.subname)::int AS pos FROM pg_subscription b
        WHERE b.subdbid = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database())) x ON x.subname = s.name
  LEFT JOIN LATERAL (SELECT string_agg(quote_ident(u.p), ', ' ORDER BY u.ord) AS list FROM unnest(x.subpublications) WITH ORDINALITY AS u(p, ord)) p ON true
),
k_eventtrigger AS (
  SELECT 'pg_event_trigger'::regclass::oid, e.oid, 'pg_event_trigger'::regclass::oid, e.oid, 'event trigger', NULL::text, NULL::text, e.evtname::text, 6000,
         'EVENT TRIGGER ' || quote_ident(e.evtname), 'EVENT TRIGGER ' || quote_ident(e.evtname), e.evtowner, NULL::aclitem[], ''::"char", NULL::text,
         'CREATE EVENT TRIGGER ' || quote_ident(e.evtname) || ' ON ' || quote_ident(e.evtevent)
         || coalesce(E'\n    WHEN TAG IN (' || (SELECT string_agg(quote_literal(u.t), ', ' ORDER BY u.ord) FROM unnest(e.evttags) WITH ORDINALITY AS u(t, ord)) || ')', '')
         || E'\n    EXECUTE FUNCTION ' || e.evtfoid::regproc::text || '()'
  FROM pg_event_trigger e
  WHERE e.oid NOT IN (SELECT m.objid FROM member m WHERE m.classid = 'pg_event_trigger'::regclass)
),
k_defacl AS (
  SELECT 'pg_default_acl'::regclass::oid, d.oid, 'pg_default_acl'::regclass::oid, d.oid, 'default privileges', n.nspname::text, NULL::text,
         pg_get_userbyid(d.defaclrole) || ' ' || k.kw, 5500, NULL::text, NULL::text, d.defaclrole, d.defaclacl,
         k.aclk, k.kw, NULL::text
  FROM pg_default_acl d LEFT JOIN pg_namespace n ON n.oid = d.defaclnamespace
  JOIN (VALUES ('r'::"char", 'r'::"char", 'TABLES'), ('S', 's', 'SEQUENCES'), ('f', 'f', 'FUNCTIONS'), ('T', 'T', 'TYPES'),
               ('n', 'n', 'SCHEMAS'), ('L', 'L', 'LARGE OBJECTS')) k(kind, aclk, kw) ON k.kind = d.defaclobjtype
),
-- Grants on what the system or an extension made, where they are no longer what they were at first.
k_othergrant AS (
  SELECT x.cls, x.oid, x.cls AS ncls, x.oid AS noid, 'privileges' AS kind, x.nsp, NULL::text AS tbl, x.name, 4600 AS base,
         NULL::text, NULL::text, x.owner, x.acl, x.aclk, x.aclon, NULL::text
  FROM (
    SELECT 'pg_class'::regclass::oid AS cls, c.oid, n.nspname::text AS nsp, c.relname::text AS name, c.relowner AS owner, c.relacl AS acl,
           CASE c.relkind WHEN 'S' THEN 's' ELSE 'r' END::"char" AS aclk,
           CASE c.relkind WHEN 'S' THEN 'SEQUENCE ' ELSE 'TABLE ' END || quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS aclon, c.relnamespace AS ns
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND c.relpersistence <> 't'
    UNION ALL
    SELECT 'pg_proc'::regclass, p.oid, n.nspname, p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')', p.proowner, p.proacl, 'f',
           CASE p.prokind WHEN 'p' THEN 'PROCEDURE ' ELSE 'FUNCTION ' END || quote_ident(n.nspname) || '.' || quote_ident(p.proname)
           || '(' || pg_get_function_identity_arguments(p.oid) || ')', p.pronamespace
    FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE p.proacl IS NOT NULL OR p.oid IN (SELECT i.objoid FROM pg_init_privs i WHERE i.classoid = 'pg_proc'::regclass)
    UNION ALL
    SELECT 'pg_type'::regclass, t.oid, n.nspname, t.typname, t.typowner, t.typacl, 'T', 'TYPE ' || quote_ident(n.nspname) || '.' || quote_ident(t.typname), t.typnamespace
    FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
    WHERE t.typacl IS NOT NULL OR t.oid IN (SELECT i.objoid FROM pg_init_privs i WHERE i.classoid = 'pg_type'::regclass)
    UNION ALL
    SELECT 'pg_namespace'::regclass, n.oid, NULL, n.nspname, n.nspowner, n.nspacl, 'n', 'SCHEMA ' || quote_ident(n.nspname), NULL
    FROM pg_namespace n WHERE n.nspname !~ '^pg_(temp|toast)'
    UNION ALL
    SELECT 'pg_language'::regclass, l.oid, NULL, l.lanname, l.lanowner, l.lanacl, 'l', 'LANGUAGE ' || quote_ident(l.lanname), NULL FROM pg_language l
    UNION ALL
    SELECT 'pg_foreign_data_wrapper'::regclass, w.oid, NULL, w.fdwname, w.fdwowner, w.fdwacl, 'F', 'FOREIGN DATA WRAPPER ' || quote_ident(w.fdwname), NULL
    FROM pg_foreign_data_wrapper w
    UNION ALL
    SELECT 'pg_foreign_server'::regclass, s.oid, NULL, s.srvname, s.srvowner, s.srvacl, 'S', 'FOREIGN SERVER ' || quote_ident(s.srvname), NULL
    FROM pg_foreign_server s
  ) x
  LEFT JOIN member m ON m.classid = x.cls AND m.objid = x.oid
  WHERE (m.objid IS NOT NULL OR (x.oid < 16384 AND coalesce(x.nsp, '') <> 'information_schema' AND NOT (x.cls = 'pg_namespace'::regclass AND x.name IN ('public', 'information_schema'))))
),
card(cls, oid, ncls, noid, kind, nsp, tbl, name, base, ident, okw, owner, acl, aclk, aclon, sql) AS (
  SELECT * FROM k_schema UNION ALL SELECT * FROM k_extension UNION ALL SELECT * FROM k_am UNION ALL SELECT * FROM k_language
  UNION ALL SELECT * FROM k_function UNION ALL SELECT * FROM k_aggregate UNION ALL SELECT * FROM k_enum UNION ALL SELECT * FROM k_composite
  UNION ALL SELECT * FROM k_domain UNION ALL SELECT * FROM k_range UNION ALL SELECT * FROM k_base UNION ALL SELECT * FROM k_shell
  UNION ALL SELECT * FROM k_operator UNION ALL SELECT * FROM k_opfamily UNION ALL SELECT * FROM k_opfamily_add UNION ALL SELECT * FROM k_opclass
  UNION ALL SELECT * FROM k_cast UNION ALL SELECT * FROM k_transform UNION ALL SELECT * FROM k_collation UNION ALL SELECT * FROM k_conversion
  UNION ALL SELECT * FROM k_tsparser UNION ALL SELECT * FROM k_tstemplate UNION ALL SELECT * FROM k_tsdict UNION ALL SELECT * FROM k_tsconfig
  UNION ALL SELECT * FROM k_fdw UNION ALL SELECT * FROM k_server UNION ALL SELECT * FROM k_mapping
  UNION ALL SELECT * FROM k_sequence UNION ALL SELECT * FROM k_ownedby UNION ALL SELECT * FROM k_table UNION ALL SELECT * FROM k_view
  UNION ALL SELECT * FROM k_matview UNION ALL SELECT * FROM k_default UNION ALL SELECT * FROM k_domaincon UNION ALL SELECT * FROM k_check
  UNION ALL SELECT * FROM k_key UNION ALL SELECT * FROM k_foreign UNION ALL SELECT * FROM k_index UNION ALL SELECT * FROM k_indexpart
  UNION ALL SELECT * FROM k_replident UNION ALL SELECT * FROM k_statistics UNION ALL SELECT * FROM k_rule UNION ALL SELECT * FROM k_trigger
  UNION ALL SELECT * FROM k_triggerpart UNION ALL SELECT * FROM k_policy UNION ALL SELECT * FROM k_publication UNION ALL SELECT * FROM k_subscription
  UNION ALL SELECT * FROM k_eventtrigger UNION ALL SELECT * FROM k_defacl UNION ALL SELECT * FROM k_othergrant
),

-- Grants: what differs from the privileges a new object has, or had when initdb or its extension made it.
publicschema AS (
  SELECT CASE WHEN current_setting('server_version_num')::int >= 150000 THEN 6171 ELSE 10 END::oid AS owner,
         CASE WHEN current_setting('server_version_num')::int >= 150000 THEN 'USAGE' ELSE 'USAGE,CREATE' END AS everyone
),
aclin AS (
  SELECT row_number() OVER () AS id, a.* FROM (
    SELECT c.ncls, c.noid, 0 AS ord, ''::text AS pre, c.aclon, NULL::text AS col, c.aclk, c.owner,
           coalesce(c.acl, acldefault(c.aclk, c.owner)) AS acl,
           CASE WHEN c.cls = 'pg_namespace'::regclass AND c.name = 'public'
                -- makeaclitem takes one privilege only before 16
                THEN (SELECT array_agg(makeaclitem(g.grantee, c.owner, g.priv, false))
                      FROM (SELECT c.owner AS grantee, 'USAGE' AS priv UNION ALL SELECT c.owner, 'CREATE' UNION ALL SELECT 0, 'USAGE'
                            UNION ALL SELECT 0, 'CREATE' WHERE current_setting('server_version_num')::int < 150000) g)
                ELSE coalesce(i.initprivs, acldefault(c.aclk, c.owner)) END AS base
    FROM card c LEFT JOIN pg_init_privs i ON i.classoid = c.cls AND i.objoid = c.oid AND i.objsubid = 0
    WHERE c.aclon IS NOT NULL AND c.kind <> 'default privileges' AND (c.acl IS NOT NULL OR i.initprivs IS NOT NULL)
    UNION ALL
    SELECT c.ncls, c.noid, a.attnum, '', c.aclon, a.q, 'c', c.owner, coalesce(a.attacl, '{}'), coalesce(i.initprivs, '{}')
    FROM card c JOIN att a ON a.attrelid = c.oid
    LEFT JOIN pg_init_privs i ON i.classoid = c.cls AND i.objoid = c.oid AND i.objsubid = a.attnum
    WHERE c.cls = 'pg_class'::regclass AND c.aclk = 'r' AND (a.attacl IS NOT NULL OR i.initprivs IS NOT NULL)
    UNION ALL
    SELECT c.ncls, c.noid, 0,
           'ALTER DEFAULT PRIVILEGES FOR ROLE ' || quote_ident(pg_get_userbyid(c.owner)) || coalesce(' IN SCHEMA ' || quote_ident(c.nsp), '') || ' ',
           c.aclon, NULL, c.aclk, c.owner, c.acl, CASE WHEN c.nsp IS NULL THEN acldefault(c.aclk, c.owner) ELSE '{}' END
    FROM card c WHERE c.kind = 'default privileges'
  ) a WHERE a.acl <> a.base
),
aclhas AS (
  SELECT a.id, e.grantor, e.grantee, e.privilege_type AS priv, e.is_grantable AS opt, e.ord
  FROM aclin a CROSS JOIN LATERAL aclexplode(nullif(a.acl, '{}')) WITH ORDINALITY AS e(grantor, grantee, privilege_type, is_grantable, ord)
),
aclbase AS (
  SELECT a.id, e.grantor, e.grantee, e.privilege_type AS priv, e.is_grantable AS opt
  FROM aclin a CROSS JOIN LATERAL aclexplode(nullif(a.base, '{}')) e
),
aclfull AS (
  SELECT k.aclk, string_agg(e.privilege_type, ', ' ORDER BY e.privilege_type COLLATE "C") AS list
  FROM (VALUES ('r'::"char"), ('s'), ('f'), ('l'), ('n'), ('F'), ('S'), ('T'), ('L')) k(aclk)
  CROSS JOIN LATERAL aclexplode(acldefault(k.aclk, 10)) e
  WHERE e.grantee = 10 GROUP BY k.aclk
),
aclchange AS (
  SELECT g.id, 2 AS step, g.grantor, g.grantee, g.opt, min(g.ord) AS ord, string_agg(g.priv, ', ' ORDER BY g.priv COLLATE "C") AS list
  FROM aclhas g
  LEFT JOIN aclbase b ON b.id = g.id AND b.grantee = g.grantee AND b.priv = g.priv AND b.grantor = g.grantor AND (b.opt OR NOT g.opt)
  WHERE b.id IS NULL GROUP BY g.id, g.grantor, g.grantee, g.opt
  UNION ALL
  SELECT b.id, 1, b.grantor, b.grantee, g.id IS NOT NULL, 0, string_agg(b.priv, ', ' ORDER BY b.priv COLLATE "C")
  FROM aclbase b
  LEFT JOIN (SELECT g.id, g.grantee, g.priv, bool_or(g.opt) AS opt FROM aclhas g GROUP BY g.id, g.grantee, g.priv) g
    ON g.id = b.id AND g.grantee = b.grantee AND g.priv = b.priv
  WHERE g.id IS NULL OR (b.opt AND NOT g.opt) GROUP BY b.id, b.grantor, b.grantee, g.id IS NOT NULL
),
aclsql AS (
  SELECT a.ncls, a.noid, a.ord * 10 + c.step + CASE WHEN c.step = 2 AND c.grantor <> a.owner THEN 1 ELSE 0 END AS ord,
         CASE WHEN c.step = 2 THEN c.ord ELSE 0 END AS ord2,
         CASE WHEN c.step = 2 AND c.grantor <> a.owner AND a.pre = '' THEN quote_ident(pg_get_userbyid(c.grantor)) END AS grantor,
         CASE WHEN c.grantee = 0 THEN 0 ELSE 1 END AS ord3,
         a.pre || CASE WHEN c.step = 2 THEN 'GRANT ' ELSE 'REVOKE ' || CASE WHEN c.opt THEN 'GRANT OPTION FOR ' ELSE '' END END
         || CASE WHEN a.col IS NOT NULL THEN replace(c.list, ', ', '(' || a.col || '), ') || '(' || a.col || ')'
                 WHEN c.list = f.list THEN 'ALL' ELSE c.list END
         || ' ON ' || a.aclon || CASE WHEN c.step = 2 THEN ' TO ' ELSE ' FROM ' END
         || CASE WHEN c.grantee = 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(c.grantee)) END
         || CASE WHEN c.step = 2 AND c.opt THEN ' WITH GRANT OPTION' ELSE '' END AS sql
  FROM aclchange c JOIN aclin a ON a.id = c.id LEFT JOIN aclfull f ON f.aclk = a.aclk
),

-- All statements of a node, in order of part, ord, ord2.
stmt AS (
  SELECT c.ncls AS cls, c.noid AS oid, 0 AS part, 0::int8 AS ord, 0::int8 AS ord2, c.sql FROM card c WHERE c.sql IS NOT NULL
  UNION ALL
  SELECT 'pg_ts_config'::regclass, m.oid, 1, m.maptokentype, 0, m.sql FROM tsmapping m
  UNION ALL
  SELECT 'pg_class'::regclass, r.oid, 1, 0, 0,
         'ALTER TABLE ONLY ' || p.only || ' ATTACH PARTITION ' || r.q || ' ' || pg_get_expr(r.relpartbound, r.oid)
  FROM rel r JOIN parents p ON p.inhrelid = r.oid WHERE r.relispartition AND r.relkind IN ('r', 'p', 'f') AND NOT r.ext
  UNION ALL
  SELECT 'pg_publication'::regclass, p.oid, 1, p.ord, row_number() OVER (PARTITION BY p.oid ORDER BY p.ord, p.name COLLATE "C"), p.sql FROM pubmember p
  UNION ALL
  SELECT c.ncls, c.noid, 2, 0, 0, 'ALTER ' || c.okw || ' OWNER TO ' || quote_ident(pg_get_userbyid(c.owner))
  FROM card c CROSS JOIN publicschema p
  WHERE c.okw IS NOT NULL
    AND CASE WHEN c.cls = 'pg_namespace'::regclass AND c.name = 'public' THEN c.owner <> p.owner ELSE pg_get_userbyid(c.owner) <> current_user END
  UNION ALL
  -- columns
  SELECT 'pg_class'::regclass, c.rel, 3, c.attnum, 1,
         'ALTER TABLE ONLY ' || c.relq || ' ALTER COLUMN ' || c.q
         || CASE WHEN c.value = ' DEFAULT NULL' THEN ' DROP DEFAULT' ELSE ' SET' || c.value END
  FROM tcol c WHERE NOT c.printed AND NOT c.islocal AND c.value LIKE ' DEFAULT %'
  UNION ALL
  SELECT 'pg_class'::regclass, c.rel, 3, c.attnum, 2, 'ALTER TABLE ONLY ' || c.relq || ' ' || c.addnn FROM tcol c WHERE c.addnn IS NOT NULL
  UNION ALL
  SELECT 'pg_class'::regclass, r.oid, 3, a.attnum, x.ord,
         'ALTER ' || CASE WHEN r.relkind = 'f' THEN 'FOREIGN ' ELSE '' END || 'TABLE ONLY ' || r.q || ' ALTER COLUMN ' || a.q || x.sql
  FROM rel r JOIN att a ON a.attrelid = r.oid
  LEFT JOIN attdef d ON d.adrelid = r.oid AND d.adnum = a.attnum AND r.relkind = 'v'
  LEFT JOIN fdwoption f ON f.cls = 'pg_attribute'::regclass AND f.oid = r.oid AND f.sub = a.attnum
  CROSS JOIN LATERAL (VALUES
    (3, ' SET DEFAULT ' || d.expr),
    (4, CASE WHEN a.attstattarget >= 0 THEN ' SET STATISTICS ' || a.attstattarget::text END),
    (5, CASE a.attstorage WHEN 'p' THEN ' SET STORAGE PLAIN' WHEN 'e' THEN ' SET STORAGE EXTERNAL' WHEN 'm' THEN ' SET STORAGE MAIN' WHEN 'x' THEN ' SET STORAGE EXTENDED' END),
    (6, CASE a.attcompression WHEN 'p' THEN ' SET COMPRESSION pglz' WHEN 'l' THEN ' SET COMPRESSION lz4' END),
    (7, CASE WHEN a.attoptions IS NOT NULL THEN ' SET ('
             || (SELECT string_agg(quote_ident(split_part(u.o, '=', 1)) || '=' || substr(u.o, strpos(u.o, '=') + 1), ', ' ORDER BY u.o COLLATE "C") FROM unnest(a.attoptions) AS u(o)) || ')' END),
    (8, ' OPTIONS (' || f.list || ')')) x(ord, sql)
  WHERE r.relkind IN ('r', 'p', 'f', 'm', 'v') AND NOT r.ext AND x.sql IS NOT NULL
  UNION ALL
  SELECT CASE WHEN i.con IS NULL THEN 'pg_class'::regclass ELSE 'pg_constraint'::regclass END, coalesce(i.con, i.oid), 3, a.attnum, 0,
         'ALTER INDEX ' || i.q || ' ALTER COLUMN ' || a.attnum::text || ' SET STATISTICS ' || a.attstattarget::text
  FROM idx i JOIN att a ON a.attrelid = i.oid WHERE a.attstattarget >= 0
  UNION ALL
  SELECT CASE WHEN i.con IS NULL THEN 'pg_class'::regclass ELSE 'pg_constraint'::regclass END, coalesce(i.con, i.oid), 4, 0, 0,
         'ALTER INDEX ' || i.q || ' SET TABLESPACE ' || ts.q
  FROM idx i JOIN tablespace ts ON ts.oid = i.reltablespace LEFT JOIN con c ON c.oid = i.con WHERE i.con IS NULL OR c.contype = 'x'
  UNION ALL
  SELECT CASE WHEN i.con IS NULL THEN 'pg_class'::regclass ELSE 'pg_constraint'::regclass END, coalesce(i.con, i.oid), 4, 1, 0,
         'ALTER TABLE ' || i.relq || ' CLUSTER ON ' || quote_ident(i.name) FROM idx i WHERE i.indisclustered
  UNION ALL
  -- tables
  SELECT 'pg_class'::regclass, r.oid, 4, x.ord, 0, 'ALTER TABLE ' || CASE WHEN x.ord = 1 THEN '' ELSE 'ONLY ' END || r.q || x.sql
  FROM rel r CROSS JOIN LATERAL (VALUES
    (1, CASE WHEN r.relrowsecurity THEN ' ENABLE ROW LEVEL SECURITY' END),
    (2, CASE WHEN r.relforcerowsecurity THEN ' FORCE ROW LEVEL SECURITY' END),
    (3, CASE r.relreplident WHEN 'f' THEN ' REPLICA IDENTITY FULL' WHEN 'n' THEN ' REPLICA IDENTITY NOTHING' END)) x(ord, sql)
  WHERE r.relkind IN ('r', 'p', 'm') AND NOT r.ext AND x.sql IS NOT NULL
  UNION ALL
  SELECT 'pg_class'::regclass, t.oid, 4, 4, s.oid::int8, 'ALTER SEQUENCE ' || s.q || CASE s.relpersistence WHEN 'u' THEN ' SET UNLOGGED' ELSE ' SET LOGGED' END
  FROM rel s JOIN seqowner o ON o.seq = s.oid AND o.deptype = 'i' JOIN rel t ON t.oid = o.rel
  WHERE s.relpersistence <> t.relpersistence AND NOT t.ext AND current_setting('server_version_num')::int >= 150000
  UNION ALL
  SELECT 'pg_statistic_ext'::regclass, s.oid, 4, 0, 0, 'ALTER ' || k.ident || ' SET STATISTICS ' || s.stxstattarget::text
  FROM (SELECT -1 AS stxstattarget) AS absent
  CROSS JOIN LATERAL (SELECT e.oid, stxstattarget FROM pg_statistic_ext e) s
  JOIN card k ON k.cls = 'pg_statistic_ext'::regclass AND k.oid = s.oid WHERE s.stxstattarget >= 0
  UNION ALL
  SELECT 'pg_rewrite'::regclass, w.oid, 4, 0, 0,
         'ALTER TABLE ' || r.q || CASE w.ev_enabled WHEN 'D' THEN ' DISABLE' WHEN 'A' THEN ' ENABLE ALWAYS' ELSE ' ENABLE REPLICA' END || ' RULE ' || quote_ident(w.rulename)
  FROM pg_rewrite w JOIN rel r ON r.oid = w.ev_class WHERE w.rulename <> '_RETURN' AND w.ev_enabled <> 'O'
  UNION ALL
  SELECT 'pg_trigger'::regclass, t.oid, 4, 0, 0,
         'ALTER TABLE ' || t.relq || CASE t.tgenabled WHEN 'D' THEN ' DISABLE' WHEN 'A' THEN ' ENABLE ALWAYS' ELSE ' ENABLE REPLICA' END || ' TRIGGER ' || t.q
  FROM trig t WHERE NOT t.tgisinternal AND t.parent IS NULL AND t.tgenabled <> 'O'
  UNION ALL
  SELECT 'pg_event_trigger'::regclass, e.oid, 4, 0, 0,
         'ALTER EVENT TRIGGER ' || quote_ident(e.evtname) || CASE e.evtenabled WHEN 'D' THEN ' DISABLE' WHEN 'A' THEN ' ENABLE ALWAYS' ELSE ' ENABLE REPLICA' END
  FROM pg_event_trigger e WHERE e.evtenabled <> 'O'
  UNION ALL
  SELECT c.ncls, c.noid, 5, 0, 0, 'ALTER ' || CASE WHEN c.kind = 'aggregate' THEN 'ROUTINE ' || substr(c.ident, 11) ELSE c.ident END
         || ' DEPENDS ON EXTENSION ' || quote_ident(e.extname)
  FROM pg_depend d JOIN card c ON c.cls = d.classid AND c.oid = d.objid AND c.ident IS NOT NULL JOIN pg_extension e ON e.oid = d.refobjid
  WHERE d.deptype = 'x' AND d.refclassid = 'pg_extension'::regclass
  UNION ALL
  -- comments
  SELECT c.ncls, c.noid, 6, CASE WHEN c.ncls = c.cls AND c.noid = c.oid THEN 0 ELSE 100000 END, c.oid::int8, 'COMMENT ON ' || c.ident || ' IS ' || quote_literal(d.description)
  FROM pg_description d JOIN card c ON c.cls = d.classoid AND c.oid = d.objoid
  WHERE d.objsubid = 0 AND c.ident IS NOT NULL AND NOT (c.ident = 'SCHEMA public' AND d.description = 'standard public schema')
  UNION ALL
  SELECT c.ncls, c.noid, 6, 0, 0, 'COMMENT ON ' || c.ident || ' IS ' || quote_literal(d.description)
  FROM pg_description d JOIN card c ON c.kind = 'subscription' AND quote_ident(c.name) = (pg_identify_object(d.classoid, d.objoid, 0)).name
  WHERE d.classoid = 'pg_subscription'::regclass
  UNION ALL
  SELECT 'pg_namespace'::regclass, n.oid, 6, 0, 0, 'COMMENT ON SCHEMA public IS NULL'
  FROM ns n LEFT JOIN pg_description d ON d.classoid = 'pg_namespace'::regclass AND d.objoid = n.oid WHERE n.name = 'public' AND d.description IS NULL
  UNION ALL
  -- CREATE EXTENSION makes a comment of its own
  SELECT c.cls, c.oid, 6, 0, 0, 'COMMENT ON ' || c.ident || ' IS NULL'
  FROM card c LEFT JOIN pg_description d ON d.classoid = c.cls AND d.objoid = c.oid WHERE c.kind = 'extension' AND d.description IS NULL
  UNION ALL
  SELECT CASE WHEN r.relkind = 'c' THEN 'pg_type'::regclass ELSE 'pg_class'::regclass END, CASE WHEN r.relkind = 'c' THEN r.reltype ELSE r.oid END,
         6, a.attnum, 0, 'COMMENT ON COLUMN ' || r.q || '.' || a.q || ' IS ' || quote_literal(d.description)
  FROM pg_description d JOIN rel r ON r.oid = d.objoid JOIN att a ON a.attrelid = r.oid AND a.attnum = d.objsubid
  WHERE d.classoid = 'pg_class'::regclass AND d.objsubid > 0 AND NOT r.ext AND r.relkind IN ('r', 'p', 'f', 'v', 'm', 'c')
  UNION ALL
  -- grants
  SELECT a.ncls, a.noid, 7, a.ord * 10 + x.ord, a.ord2 * 10 + a.ord3, x.sql
  FROM aclsql a CROSS JOIN LATERAL (VALUES (0, a.sql)) x(ord, sql) WHERE a.grantor IS NULL
  UNION ALL
  SELECT a.ncls, a.noid, 7, a.ord * 10, a.ord2 * 10 + x.ord, x.sql
  FROM aclsql a CROSS JOIN LATERAL (VALUES (0, 'SET SESSION AUTHORIZATION ' || a.grantor), (1, a.sql), (2, 'RESET SESSION AUTHORIZATION')) x(ord, sql)
  WHERE a.grantor IS NOT NULL
),

-- The order. First where each catalog row lives: `home` says in which node.
typehome AS (
  -- array -> element, multirange -> range, row type -> relation
  SELECT t.oid, CASE WHEN coalesce(b.typrelid, 0) <> 0 AND r.relkind <> 'c' THEN 'pg_class'::regclass ELSE 'pg_type'::regclass END AS cls,
         CASE WHEN coalesce(b.typrelid, 0) <> 0 AND r.relkind <> 'c' THEN b.typrelid ELSE b.oid END AS node
  FROM (SELECT t.oid, coalesce(g.rngtypid, e.oid, g2.rngtypid, t.oid) AS base
        FROM pg_type t
        LEFT JOIN pg_type e ON e.typarray = t.oid AND t.typarray = 0 AND t.typelem <> 0
        LEFT JOIN rng g ON g.rngmultitypid = t.oid
        LEFT JOIN rng g2 ON g2.rngmultitypid = e.oid
        WHERE t.oid >= 16384) t
  JOIN pg_type b ON b.oid = t.base
  LEFT JOIN pg_class r ON r.oid = b.typrelid
),
home0 AS (
  SELECT c.cls, c.oid, c.ncls, c.noid FROM card c WHERE c.kind <> 'privileges'
  UNION ALL SELECT 'pg_type'::regclass, t.oid, t.cls, t.node FROM typehome t WHERE NOT (t.cls = 'pg_type'::regclass AND t.node = t.oid)
  UNION ALL SELECT 'pg_class'::regclass, r.oid, 'pg_type'::regclass, r.reltype FROM rel r WHERE r.relkind = 'c'
  UNION ALL SELECT 'pg_proc'::regclass, d.objid, 'pg_type'::regclass, t.node FROM dep d JOIN typehome t ON t.oid = d.refobjid
            WHERE d.classid = 'pg_proc'::regclass AND d.refclassid = 'pg_type'::regclass AND d.deptype = 'i'
  UNION ALL SELECT 'pg_attrdef'::regclass, d.oid, 'pg_class'::regclass, d.adrelid FROM attdef d
            LEFT JOIN tcol c ON c.def = d.oid AND c.late WHERE c.def IS NULL
  UNION ALL SELECT 'pg_rewrite'::regclass, w.oid, 'pg_class'::regclass, w.ev_class FROM pg_rewrite w WHERE w.rulename = '_RETURN' AND w.oid >= 16384
  UNION ALL SELECT d.classid, d.objid, CASE WHEN d.refclassid = 'pg_opfamily'::regclass THEN 3 ELSE d.refclassid END, d.refobjid FROM dep d
            WHERE d.classid IN ('pg_amop'::regclass, 'pg_amproc'::regclass) AND d.refclassid IN ('pg_opclass'::regclass, 'pg_opfamily'::regclass)
),
home AS (
  SELECT h.cls, h.oid, h.ncls, h.noid FROM home0 h
  LEFT JOIN member m ON m.classid = h.ncls AND m.objid = h.noid WHERE m.objid IS NULL
  UNION ALL
  SELECT h.cls, h.oid, 'pg_extension'::regclass, m.ext FROM home0 h JOIN member m ON m.classid = h.ncls AND m.objid = h.noid
  UNION ALL
  SELECT m.classid, m.objid, 'pg_extension'::regclass, m.ext FROM member m
),
node AS (
  SELECT c.cls, c.oid, c.kind, c.nsp, c.tbl, c.name, c.base, row_number() OVER (ORDER BY c.cls, c.oid) AS id
  FROM card c WHERE c.cls = c.ncls AND c.oid = c.noid
),
edge0 AS (
  SELECT DISTINCT a.ncls, a.noid, b.ncls AS rcls, b.noid AS roid,
         a.ncls = 'pg_proc'::regclass AND b.ncls = 'pg_type'::regclass AND s.oid IS NOT NULL AS toshell
  FROM dep d
  JOIN home a ON a.cls = d.classid AND a.oid = d.objid
  JOIN home b ON b.cls = d.refclassid AND b.oid = d.refobjid
  -- the owner of a sequence does not come before it
  LEFT JOIN seqowner o ON o.seq = d.objid AND d.deptype IN ('a', 'i') AND d.classid = 'pg_class'::regclass
    AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0
  LEFT JOIN shell s ON s.oid = b.noid
  WHERE (a.ncls <> b.ncls OR a.noid <> b.noid) AND o.seq IS NULL
),
edge AS (
  -- functions of a base type need its shell only
  SELECT e.ncls, e.noid, e.rcls, e.roid FROM edge0 e
  LEFT JOIN edge0 f ON f.ncls = e.rcls AND f.noid = e.roid AND f.rcls = e.ncls AND f.roid = e.noid AND e.toshell
  WHERE f.ncls IS NULL
  UNION ALL
  SELECT e.ncls, e.noid, 2, e.roid FROM edge0 e
  JOIN edge0 f ON f.ncls = e.rcls AND f.noid = e.roid AND f.rcls = e.ncls AND f.roid = e.noid
  WHERE e.toshell
  UNION ALL
  SELECT 'pg_type'::regclass, s.oid, 2, s.oid FROM shell s WHERE s.typisdefined
  UNION ALL
  SELECT 1, o.seq, 'pg_class'::regclass, o.rel FROM seqowner o WHERE o.deptype = 'a'
),
edgeid AS (
  SELECT a.id, a.base, b.id AS ref
  FROM edge e JOIN node a ON a.cls = e.ncls AND a.oid = e.noid JOIN node b ON b.cls = e.rcls AND b.oid = e.roid
),
-- A node stands after all it needs. Sections are a thousand apart; a loop that is left stops within its own.
level(id, level) AS (
  SELECT n.id, n.base FROM node n
  UNION
  SELECT e.id, l.level + 1 FROM level l JOIN edgeid e ON e.ref = l.id
  WHERE l.level + 1 > e.base AND (l.level + 1) % 1000 < 900
),
place AS (SELECT l.id, max(l.level) AS level FROM level l GROUP BY l.id),
body AS (
  SELECT s.cls, s.oid, json_agg(s.sql ORDER BY s.part, s.ord, s.ord2, s.sql COLLATE "C") AS sql FROM stmt s GROUP BY s.cls, s.oid
),
extra AS (
  -- sizes are estimates of the last vacuum or analyze; a table never looked at has none
  SELECT 'pg_class'::regclass::oid AS cls, r.oid,
         CASE WHEN r.reltuples > 0 OR (r.reltuples = 0 AND r.relpages > 0) THEN r.reltuples::int8 END AS rows,
         CASE WHEN r.relpages > 0 THEN (r.relpages + coalesce(t.relpages, 0))::int8 * current_setting('block_size')::int8 END AS bytes,
         CASE WHEN r.relkind = 'm' THEN r.relispopulated END AS populated, NULL::text AS version
  FROM rel r LEFT JOIN toast t ON t.oid = r.reltoastrelid WHERE r.relkind IN ('r', 'm', 'i')
  UNION ALL
  SELECT 'pg_constraint'::regclass, c.oid, NULL, CASE WHEN r.relpages > 0 THEN r.relpages::int8 * current_setting('block_size')::int8 END, NULL, NULL
  FROM con c JOIN rel r ON r.oid = c.conindid WHERE c.contype IN ('p', 'u', 'x')
  UNION ALL
  SELECT 'pg_extension'::regclass, e.oid, NULL, NULL, NULL, e.extversion FROM pg_extension e
),
object AS (
  SELECT row_number() OVER (ORDER BY p.level, n.kind COLLATE "C", n.nsp COLLATE "C" NULLS FIRST, n.tbl COLLATE "C" NULLS FIRST, n.name COLLATE "C", b.sql::text COLLATE "C") AS pos,
         json_strip_nulls(json_build_object('kind', n.kind, 'schema', n.nsp, 'table', n.tbl, 'name', n.name, 'version', x.version, 'sql', b.sql,
                                            'rows', x.rows, 'bytes', x.bytes, 'populated', x.populated)) AS doc
  FROM node n JOIN place p ON p.id = n.id JOIN body b ON b.cls = n.cls AND b.oid = n.oid LEFT JOIN extra x ON x.cls = n.cls AND x.oid = n.oid
),

-- What is in the catalog and not in a statement above, by name.
unmodelled AS (
  SELECT 'security label' AS kind, pg_describe_object(s.classoid, s.objoid, s.objsubid) AS name FROM pg_seclabel s
  UNION ALL SELECT 'invalid index', i.nsp || '.' || i.name FROM idx i WHERE i.con IS NULL AND i.relkind = 'i' AND NOT (i.indisvalid AND i.indisready)
  UNION ALL SELECT 'internal trigger state', pg_describe_object('pg_trigger'::regclass, t.oid, 0) FROM trig t WHERE t.tgisinternal AND t.tgenabled <> 'O' AND t.parent IS NULL
  UNION ALL SELECT 'relation of kind ' || r.relkind::text, r.nsp || '.' || r.name FROM rel r WHERE r.relkind NOT IN ('r', 'p', 'f', 'v', 'm', 'S', 'i', 'I', 'c') AND NOT r.ext
  UNION ALL SELECT 'type of kind ' || t.typtype::text, t.nsp || '.' || t.name FROM typ t WHERE t.typtype NOT IN ('b', 'c', 'd', 'e', 'r', 'm', 'p') OR t.typtype = 'p' AND t.typisdefined
  UNION ALL SELECT 'function of kind ' || p.prokind::text, p.q FROM ownfunction p WHERE p.prokind NOT IN ('f', 'p', 'w', 'a')
  UNION ALL SELECT 'constraint of kind ' || c.contype::text, pg_describe_object('pg_constraint'::regclass, c.oid, 0) FROM con c WHERE c.contype NOT IN ('c', 'f', 'n', 'p', 'u', 't', 'x')
  -- a card whose statement came out as null: a mistake above, not to be hidden
  UNION ALL SELECT c.kind || ' without a statement', concat_ws('.', c.nsp, c.tbl, c.name) FROM card c
            WHERE c.sql IS NULL AND c.cls = c.ncls AND c.oid = c.noid AND c.kind NOT IN ('privileges', 'default privileges')
              AND NOT (c.kind = 'schema' AND c.name = 'public')
              AND c.kind <> 'constraint'
  UNION ALL SELECT 'constraint without a statement', concat_ws('.', c.nsp, c.tbl, c.name) FROM card c JOIN con k ON k.oid = c.oid
            WHERE c.sql IS NULL AND c.kind = 'constraint' AND c.cls = c.ncls AND c.oid = c.noid AND (k.conislocal OR k.contype NOT IN ('c', 'n'))
  UNION ALL SELECT 'shell operator', n.name || '.' || o.oprname FROM pg_operator o JOIN ns n ON n.oid = o.oprnamespace WHERE o.oprcode = 0
  UNION ALL SELECT DISTINCT 'row of ' || coalesce(c.relname::text, d.classid::text), pg_describe_object(d.classid, d.objid, 0)
            FROM pg_depend d LEFT JOIN pg_class c ON c.oid = d.classid
            WHERE d.objid >= 16384 AND d.classid NOT IN (0, 1259, 1247, 1255, 2604, 2606, 2618, 2620, 2615, 3079, 2617, 2616, 2753, 2602, 2603, 2601, 2605, 3456,
              2607, 2612, 3602, 3600, 3601, 3764, 2328, 1417, 1418, 3256, 6104, 6106, 6237, 6100, 3466, 3381, 3576, 826, 2613)
  UNION ALL SELECT x.kind, pg_describe_object(x.cls, x.oid, 0)
            FROM (SELECT 'function in a system schema' AS kind, 'pg_proc'::regclass::oid AS cls, p.oid, p.pronamespace AS ns FROM pg_proc p
                  UNION ALL SELECT 'relation in a system schema', 'pg_class'::regclass, c.oid, c.relnamespace FROM pg_class c WHERE c.relkind NOT IN ('t', 'i')
                  UNION ALL SELECT 'operator in a system schema', 'pg_operator'::regclass, o.oid, o.oprnamespace FROM pg_operator o
                  UNION ALL SELECT 'type in a system schema', 'pg_type'::regclass, t.oid, t.typnamespace FROM pg_type t WHERE t.typtype IN ('b', 'd', 'e', 'r') AND t.typelem = 0) x
            JOIN pg_namespace n ON n.oid = x.ns AND n.nspname IN ('pg_catalog', 'information_schema')
            LEFT JOIN member m ON m.classid = x.cls AND m.objid = x.oid
            WHERE x.oid >= 16384 AND m.objid IS NULL
),
redacted AS (
  SELECT c.kind || coalesce(' ' || c.nsp || '.', ' ') || coalesce(c.name, '') || coalesce(' on ' || c.tbl, '') || ': ' || o.hidden AS what
  FROM fdwoption o JOIN card c ON c.oid = o.oid AND c.cls = CASE WHEN o.cls IN ('pg_foreign_table'::regclass, 'pg_attribute'::regclass) THEN 'pg_class'::regclass::oid ELSE o.cls END
  WHERE o.hidden IS NOT NULL
  UNION ALL
  SELECT 'user mapping ' || u.usename || ' on ' || u.srvname || ': options not readable' FROM pg_user_mappings u
  WHERE u.umoptions IS NULL AND NOT EXISTS (SELECT 1 FROM pg_roles r WHERE r.rolname = current_user AND r.rolsuper)
  UNION ALL
  SELECT 'subscription ' || c.name || ': connection' FROM card c WHERE c.kind = 'subscription' AND c.sql LIKE '%********%'
),
missing AS (
  SELECT 'schema' AS kind, 'public' AS name WHERE NOT EXISTS (SELECT 1 FROM ns WHERE ns.name = 'public')
  UNION ALL SELECT 'extension', 'plpgsql' WHERE NOT EXISTS (SELECT 1 FROM pg_extension e WHERE e.extname = 'plpgsql')
),
setting AS (
  -- reset_val: what a new session has, not what is set above
  SELECT json_object_agg(s.name, s.value ORDER BY s.ord, s.name COLLATE "C") AS doc FROM (
    SELECT 1 AS ord, g.name, g.reset_val AS value FROM pg_settings g
    WHERE g.name IN ('server_encoding', 'TimeZone', 'DateStyle', 'IntervalStyle', 'standard_conforming_strings', 'default_tablespace', 'search_path',
                     'default_table_access_method', 'default_toast_compression', 'default_text_search_config', 'lc_monetary', 'lc_numeric', 'lc_time',
                     'max_identifier_length', 'block_size', 'wal_level', 'array_nulls', 'check_function_bodies', 'xmlbinary', 'xmloption')
    UNION ALL
    SELECT 2, e.key, e.value FROM pg_database d CROSS JOIN LATERAL jsonb_each_text(to_jsonb(d)) e
    WHERE d.datname = current_database() AND e.key IN ('datcollate', 'datctype', 'datlocprovider', 'daticulocale', 'datlocale', 'daticurules', 'datcollversion')
  ) s WHERE s.value IS NOT NULL
)
SELECT '{"rutter":"snapshot","format":1,"dialect":"postgres"'
  || E',\n"server":' || json_build_object('version', split_part(current_setting('server_version'), ' ', 1), 'version_num', current_setting('server_version_num')::int)::text
  || E',\n"database":' || to_json(current_database()::text)::text || ',"user":' || to_json(current_user::text)::text
  || E',\n"settings":' || (SELECT s.doc::text FROM setting s)
  || E',\n"objects":[' || coalesce((SELECT string_agg(E'\n' || o.doc::text, ',' ORDER BY o.pos) FROM object o), '') || E'\n]'
  || E',\n"missing":' || coalesce((SELECT json_agg(json_build_object('kind', m.kind, 'name', m.name) ORDER BY m.kind COLLATE "C", m.name COLLATE "C")::text FROM missing m), '[]')
  || E',\n"unmodelled":' || coalesce((SELECT json_agg(json_build_object('kind', u.kind, 'name', u.name) ORDER BY u.kind COLLATE "C", u.name COLLATE "C")::text FROM unmodelled u), '[]')
  || E',\n"redacted":' || coalesce((SELECT json_agg(r.what ORDER BY r.what COLLATE "C")::text FROM redacted r), '[]')
  || '}';
