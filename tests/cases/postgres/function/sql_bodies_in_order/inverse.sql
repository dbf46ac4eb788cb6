-- from to.sql to from.sql, for postgres 15
-- 6 steps: 6 breaking

BEGIN;

-- 1. drop function public.a_total(text): breaking
--    breaks readers and writers: function public.a_total(text) is gone
DROP FUNCTION public.a_total(text);

-- 2. drop function public.b_first(): breaking
--    breaks readers and writers: function public.b_first() is gone
DROP FUNCTION public.b_first();

-- 3. drop function public.z_converted(numeric, text): breaking
--    breaks readers and writers: function public.z_converted(numeric, text) is gone
DROP FUNCTION public.z_converted(numeric, text);

-- 4. drop column public.orders.code: breaking
--    loses the values of public.orders.code
--    breaks readers and writers: column public.orders.code is gone
--    locks public.orders (ACCESS EXCLUSIVE)
--    undo: loses data: the values of public.orders.code
ALTER TABLE public.orders DROP COLUMN code;

-- 5. drop table public.rates: breaking
--    loses the rows of public.rates
--    breaks readers and writers: table public.rates is gone
--    locks public.rates (ACCESS EXCLUSIVE)
--    locks public.rates_pkey (ACCESS EXCLUSIVE)
--    undo: loses data: the rows of public.rates
DROP TABLE public.rates;

-- 6. drop table public.z_rates: breaking
--    loses the rows of public.z_rates
--    breaks readers and writers: table public.z_rates is gone
--    locks public.z_rates (ACCESS EXCLUSIVE)
--    undo: loses data: the rows of public.z_rates
DROP TABLE public.z_rates;

COMMIT;
