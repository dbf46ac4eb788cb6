CREATE TABLE t (a int);
SELECT pg_catalog.set_config('search_path', 'public', false);
DO $$ DECLARE i int; BEGIN FOR i IN 1..0 LOOP EXECUTE format('CREATE TABLE x%s (a int)', i); END LOOP; END $$;
