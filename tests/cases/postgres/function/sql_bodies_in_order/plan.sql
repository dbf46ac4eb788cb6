-- from from.sql to to.sql, for postgres 15
-- 6 steps: 6 safe

BEGIN;

-- 1. create table public.rates: safe
--    undo: conditional: the rows written meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.rates LIMIT 1
CREATE TABLE public.rates (
  code text NOT NULL,
  rate numeric NOT NULL,
  CONSTRAINT rates_pkey PRIMARY KEY (code)
);

-- 2. create table public.z_rates: safe
--    undo: conditional: the rows written meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.z_rates LIMIT 1
CREATE TABLE public.z_rates (
  rate numeric
);

-- 3. create column public.orders.code: safe
--    locks public.orders (ACCESS EXCLUSIVE)
--    undo: conditional: what is written to public.orders.code meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.orders WHERE code IS NOT NULL LIMIT 1
ALTER TABLE public.orders ADD COLUMN code text;

-- 4. create function public.b_first(): safe
CREATE FUNCTION public.b_first()
RETURNS numeric
LANGUAGE plpgsql
AS $$
DECLARE
  found rates%ROWTYPE;
  best z_rates.rate%TYPE := 0;
BEGIN
  SELECT * INTO found FROM rates LIMIT 1;
  RETURN greatest(found.rate, best);
END
$$;

-- 5. create function public.z_converted(numeric, text): safe
CREATE FUNCTION public.z_converted(amount numeric, wanted text)
RETURNS numeric
LANGUAGE sql STABLE
AS $$
  SELECT amount * r.rate FROM rates r WHERE r.code = wanted
$$;

-- 6. create function public.a_total(text): safe
CREATE FUNCTION public.a_total(code text)
RETURNS numeric
LANGUAGE sql STABLE
AS $$
  SELECT sum(z_converted(o.amount, o.code)) FROM orders o WHERE o.code = a_total.code
$$;

COMMIT;
