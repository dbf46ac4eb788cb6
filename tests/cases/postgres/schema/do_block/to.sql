DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_type WHERE typname = 'mood') THEN
    CREATE TYPE mood AS ENUM ('sad', 'ok');
  END IF;
  IF NOT EXISTS (SELECT FROM pg_type WHERE typname = 'size') THEN
    CREATE TYPE size AS ENUM ('small', 'large');
  ELSE
    RAISE NOTICE 'there';
  END IF;
END
$$;
DO $$ BEGIN
  CREATE TYPE size AS ENUM ('small', 'large');
EXCEPTION WHEN duplicate_object THEN NULL;
END $$;
DO $body$
BEGIN
  EXECUTE 'CREATE TABLE made (s size)';
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
  CREATE TABLE words (word text);
  CREATE INDEX words_trgm ON words USING gin (word gin_trgm_ops);
EXCEPTION WHEN OTHERS THEN
  RAISE WARNING 'no pg_trgm: %', SQLERRM;
END
$body$;
