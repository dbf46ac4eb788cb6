-- from to.sql to from.sql, for postgres 15
-- 2 steps: 1 breaking, 1 safe

BEGIN;

-- 1. drop conversion public.latin: breaking
--    breaks readers and writers: conversion public.latin is gone
DROP CONVERSION public.latin;

-- 2. create conversion public.old: safe
CREATE CONVERSION public.old FOR 'LATIN1' TO 'UTF8' FROM pg_catalog.iso8859_1_to_utf8;

COMMIT;
