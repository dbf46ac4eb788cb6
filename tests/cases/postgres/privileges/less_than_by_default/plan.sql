-- from from.sql to to.sql, for postgres 15
-- 16 steps: 16 safe

BEGIN;

-- 1. create table public.u: safe
--    undo: conditional: the rows written meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.u LIMIT 1
CREATE TABLE public.u (
  a integer
);

-- 2. alter table public.u: safe
REVOKE INSERT ON TABLE public.u FROM PUBLIC;

-- 3. alter table public.u: safe
GRANT SELECT ON TABLE public.u TO PUBLIC;

-- 4. alter table public.u: safe
GRANT UPDATE ON TABLE public.u TO PUBLIC;

-- 5. alter table public.u: safe
GRANT DELETE ON TABLE public.u TO PUBLIC;

-- 6. alter table public.u: safe
GRANT TRUNCATE ON TABLE public.u TO PUBLIC;

-- 7. alter table public.u: safe
GRANT REFERENCES ON TABLE public.u TO PUBLIC;

-- 8. alter table public.u: safe
GRANT TRIGGER ON TABLE public.u TO PUBLIC;

-- 9. create view public.v: safe
CREATE VIEW public.v AS
SELECT a FROM public.u;

-- 10. alter view public.v: safe
GRANT SELECT ON TABLE public.v TO PUBLIC;

-- 11. alter view public.v: safe
GRANT INSERT ON TABLE public.v TO PUBLIC;

-- 12. alter view public.v: safe
GRANT UPDATE ON TABLE public.v TO PUBLIC;

-- 13. alter view public.v: safe
GRANT DELETE ON TABLE public.v TO PUBLIC;

-- 14. alter view public.v: safe
GRANT TRUNCATE ON TABLE public.v TO PUBLIC;

-- 15. alter view public.v: safe
GRANT REFERENCES ON TABLE public.v TO PUBLIC;

-- 16. alter view public.v: safe
GRANT TRIGGER ON TABLE public.v TO PUBLIC;

COMMIT;
