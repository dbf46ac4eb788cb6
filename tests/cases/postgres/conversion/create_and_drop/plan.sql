-- from from.sql to to.sql, for postgres 15
-- 3 steps: 1 breaking, 2 safe

BEGIN;

-- 1. drop conversion public.old: breaking
--    breaks readers and writers: conversion public.old is gone
DROP CONVERSION public.old;

-- 2. create conversion public.latin: safe
CREATE DEFAULT CONVERSION public.latin FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;

-- 3. alter conversion public.latin: safe
COMMENT ON CONVERSION public.latin IS 'ours';

COMMIT;
