-- from from.sql to to.sql, for postgres 15
-- 9 steps: 7 breaking, 2 safe

BEGIN;

-- 1. drop default public.t.paid: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN paid DROP DEFAULT;

-- 2. alter column public.t.paid: breaking
--    breaks readers: column public.t.paid is of type integer for its readers
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
--    undo: conditional: numbers other than 0 and 1 in public.t.paid, written meanwhile, are lost
--    a row here means that it is not exact: SELECT 1 FROM public.t WHERE NOT (paid IN (0, 1)) LIMIT 1
ALTER TABLE public.t ALTER COLUMN paid TYPE integer USING paid::integer;

-- 3. alter column public.t.stock: breaking
--    loses numbers other than 0 and 1 of public.t.stock
--    breaks readers: column public.t.stock is of type boolean for its readers
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
--    undo: loses data: numbers other than 0 and 1 of public.t.stock do not come back
ALTER TABLE public.t ALTER COLUMN stock TYPE boolean USING stock::boolean;

-- 4. alter column public.t.marks: breaking
--    fails on texts longer than 3 characters in public.t.marks
--    breaks readers: column public.t.marks is of type character varying(3)[] for its readers
--    breaks writers: column public.t.marks refuses texts longer than 3 characters
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
--    undo: conditional: texts that are no integer[] in public.t.marks, written meanwhile, keep the type from coming back
ALTER TABLE public.t ALTER COLUMN marks TYPE character varying(3)[];

-- 5. alter column public.t.code: breaking
--    loses bits beyond the length, and how many there were of public.t.code
--    fails on texts that are no bits in public.t.code
--    breaks readers: column public.t.code is of type bit(3) for its readers
--    breaks writers: column public.t.code refuses texts that are no bits
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
--    undo: loses data: bits beyond the length, and how many there were of public.t.code do not come back
ALTER TABLE public.t ALTER COLUMN code TYPE bit(3) USING code::text::bit(3);

-- 6. alter column public.t.state: breaking
--    fails on texts other than 'sad', 'ok' in public.t.state
--    breaks readers: column public.t.state is of type public.mood for its readers
--    breaks writers: column public.t.state refuses texts other than 'sad', 'ok'
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
--    a row here means that it fails: SELECT 1 FROM public.t WHERE NOT (state::text IN ('sad', 'ok')) LIMIT 1
--    undo: conditional: texts longer than 4 characters in public.t.state, written meanwhile, keep the type from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.t WHERE NOT (char_length(state::text) <= 4) LIMIT 1
ALTER TABLE public.t ALTER COLUMN state TYPE public.mood USING state::text::public.mood;

-- 7. alter column public.t.at: breaking
--    loses the date of public.t.at
--    fails on infinity in public.t.at
--    breaks readers: column public.t.at is of type time without time zone for its readers
--    breaks writers: column public.t.at refuses infinity
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
--    a row here means that it fails: SELECT 1 FROM public.t WHERE NOT (isfinite(at)) LIMIT 1
--    undo: loses data: the date of public.t.at do not come back
ALTER TABLE public.t ALTER COLUMN at TYPE time without time zone USING at::text::time without time zone;

-- 8. alter column public.t.day: breaking
--    fails on dates after the year 294276 in public.t.day
--    breaks readers: column public.t.day is of type timestamp without time zone for its readers
--    breaks writers: column public.t.day refuses dates after the year 294276
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
--    a row here means that it fails: SELECT 1 FROM public.t WHERE NOT ((day < '294277-01-01' OR day = 'infinity')) LIMIT 1
--    undo: conditional: the time of day in public.t.day, written meanwhile, are lost
--    a row here means that it is not exact: SELECT 1 FROM public.t WHERE NOT (day = day::date) LIMIT 1
ALTER TABLE public.t ALTER COLUMN day TYPE timestamp without time zone;

-- 9. create default public.t.paid: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN paid SET DEFAULT 0;

COMMIT;
