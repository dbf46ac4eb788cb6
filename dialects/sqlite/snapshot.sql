-- One JSON document that describes the schema of an SQLite database: for each object the statement that makes it, as
-- sqlite_schema keeps it. docs/snapshot-format.md says what is in it. Any version with the JSON functions can run it.
--
--   sqlite3 -readonly -batch -noheader -list FILE < snapshot.sql > schema.json
--
-- It reads sqlite_schema of the main database and nothing else. Parameters, unbound (NULL) in the client:
--   :written_by   the version number of the library that last wrote the file: what can be planned is what both know
--   :statistics   [{"name": table, "rows": n, "bytes": n}]
--
-- https://www.sqlite.org/schematab.html
WITH
number(text, major, rest) AS (
  SELECT sqlite_version(), CAST(sqlite_version() AS INTEGER), substr(sqlite_version(), instr(sqlite_version(), '.') + 1)
),
server(text, number) AS (
  SELECT text, min(n, max(3025000, coalesce(nullif(:written_by, 0), n))) FROM (
    SELECT text, major * 1000000 + CAST(rest AS INTEGER) * 1000 + CAST(substr(rest, instr(rest, '.') + 1) AS INTEGER) AS n FROM number)
),
-- The name "sqlite_..." is the engine's own (sqlite_sequence, sqlite_stat1); indexes without a text are those behind keys.
own AS (
  SELECT rowid AS made, type, name, tbl_name, sql, type = 'table' AND lower(ltrim(substr(sql, 7))) LIKE 'virtual%' AS is_virtual
  FROM main.sqlite_master WHERE sql IS NOT NULL AND lower(name) NOT LIKE 'sqlite\_%' ESCAPE '\'
),
-- A virtual table's content stands in ordinary tables, its shadows, which come and go with it.
-- https://www.sqlite.org/vtab.html#xshadowname https://www.sqlite.org/fts3.html#shadowtabs
-- https://www.sqlite.org/fts5.html#fts5_data_structures https://www.sqlite.org/rtree.html
module AS (
  SELECT name, sql, lower(trim(substr(sql, after), ' ' || char(9, 10, 13))) AS kind FROM (
    SELECT name, sql, instr(lower(sql), 'using') + 5 AS after FROM own WHERE is_virtual)
),
suffix(module, suffix) AS (
  VALUES ('fts3', 'content'), ('fts3', 'segments'), ('fts3', 'segdir'),
         ('fts4', 'content'), ('fts4', 'segments'), ('fts4', 'segdir'), ('fts4', 'docsize'), ('fts4', 'stat'),
         ('fts5', 'data'), ('fts5', 'idx'), ('fts5', 'content'), ('fts5', 'docsize'), ('fts5', 'config'),
         ('rtree', 'node'), ('rtree', 'rowid'), ('rtree', 'parent'), ('geopoly', 'node'), ('geopoly', 'rowid'), ('geopoly', 'parent')
),
shadow(name) AS (
  SELECT lower(m.name || '_' || s.suffix) FROM module m JOIN suffix s ON m.kind LIKE s.module || '%'
  WHERE instr(m.sql, m.name || '_' || s.suffix) = 0 -- which is a table of its own, whose rows it finds
),
-- Of a module that is not known here, whatever is called like a part of its table may be one.
maybe AS (
  SELECT o.name, m.name AS of FROM own o JOIN module m ON lower(o.name) LIKE replace(lower(m.name), '_', '\_') || '\_%' ESCAPE '\'
  WHERE o.type = 'table' AND NOT o.is_virtual AND NOT EXISTS (SELECT 1 FROM suffix s WHERE m.kind LIKE s.module || '%')
),
object AS (
  SELECT * FROM own o WHERE lower(o.tbl_name) NOT IN (SELECT name FROM shadow) AND o.tbl_name NOT IN (SELECT name FROM maybe)
),
statistic AS (
  SELECT json_extract(value, '$.name') AS name, json_extract(value, '$.rows') AS rows, json_extract(value, '$.bytes') AS bytes
  FROM json_each(coalesce(:statistics, '[]'))
),
document AS (
  SELECT CASE o.type WHEN 'table' THEN o.is_virtual WHEN 'view' THEN 2 WHEN 'index' THEN 3 ELSE 4 END AS place, o.made,
    json_patch(
      json_object('kind', CASE WHEN o.is_virtual THEN 'virtual table' ELSE o.type END, 'name', o.name, 'sql', json_array(o.sql)),
      json_object('table', CASE WHEN o.type IN ('index', 'trigger') THEN o.tbl_name END, 'rows', s.rows, 'bytes', s.bytes)) AS doc
  FROM object o LEFT JOIN statistic s ON s.name = o.name AND o.type IN ('table', 'index')
  ORDER BY place, CASE WHEN o.is_virtual THEN o.made END, o.name
)
SELECT '{"rutter":"snapshot","format":1,"dialect":"sqlite",'
  || char(10) || '"server":' || (SELECT json_object('version', text, 'version_num', number) FROM server) || ','
  || char(10) || '"settings":' || (SELECT json_object('encoding', encoding) FROM pragma_encoding) || ','
  || char(10) || '"objects":[' || coalesce((SELECT group_concat(char(10) || doc, ',') FROM document), '') || char(10) || '],'
  || char(10) || '"unmodelled":' || (
    SELECT json_group_array(json_object('kind', 'table', 'name', name, 'why', 'it may be a part of the virtual table ' || of)) FROM maybe)
  || '}';
