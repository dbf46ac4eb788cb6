-- from to.sql to from.sql, for postgres 15
-- 9 steps: 7 breaking, 2 safe

BEGIN;

-- 1. drop default public.t.paid: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN paid DROP DEFAULT;

-- 2. alter column public.t.paid: breaking
--    loses numbers other than 0 and 1 of public.t.paid
--    breaks readers: column public.t.paid is of type boolean for its readers
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
--    undo: loses data: numbers other than 0 and 1 of public.t.paid do not come back
ALTER TABLE public.t ALTER COLUMN paid TYPE boolean USING paid::boolean;

-- 3. alter column public.t.stock: breaking
--    breaks readers: column public.t.stock is of type integer for its readers
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
--    undo: conditional: numbers other than 0 and 1 in public.t.stock, written meanwhile, are lost
--    a row here means that it is not exact: SELECT 1 FROM public.t WHERE NOT (stock IN (0, 1)) LIMIT 1
ALTER TABLE public.t ALTER COLUMN stock TYPE integer USING stock::integer;

-- 4. alter column public.t.marks: breaking
--    loses the spelling, and what integer[] has no room for of public.t.marks
--    fails on texts that are no integer[] in public.t.marks
--    breaks readers: column public.t.marks is of type integer[] for its readers
--    breaks writers: column public.t.marks refuses texts that are no integer[]
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
--    undo: loses data: the spelling, and what integer[] has no room for of public.t.marks do not come back
ALTER TABLE public.t ALTER COLUMN marks TYPE integer[] USING marks::text::integer[];

-- 5. alter column public.t.code: breaking
--    fails on texts longer than 8 characters in public.t.code
--    breaks readers: column public.t.code is of type character(8) for its readers
--    breaks writers: column public.t.code refuses texts longer than 8 characters
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
--    a row here means that it fails: SELECT 1 FROM public.t WHERE NOT (char_length(code::text) <= 8) LIMIT 1
--    undo: conditional: texts that are no bits in public.t.code, written meanwhile, keep the type from coming back
ALTER TABLE public.t ALTER COLUMN code TYPE character(8);

-- 6. alter column public.t.state: breaking
--    fails on texts longer than 4 characters in public.t.state
--    breaks readers: column public.t.state is of type character(4) for its readers
--    breaks writers: column public.t.state refuses texts longer than 4 characters
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
--    a row here means that it fails: SELECT 1 FROM public.t WHERE NOT (char_length(state::text) <= 4) LIMIT 1
--    undo: conditional: texts other than 'sad', 'ok' in public.t.state, written meanwhile, keep the type from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.t WHERE NOT (state::text IN ('sad', 'ok')) LIMIT 1
ALTER TABLE public.t ALTER COLUMN state TYPE character(4);

-- 7. alter column public.t.at: breaking
--    loses what timestamp without time zone does not hold of public.t.at
--    fails on values that are not of type timestamp without time zone in public.t.at
--    breaks readers: column public.t.at is of type timestamp without time zone for its readers
--    breaks writers: column public.t.at refuses values that are not of type timestamp without time zone
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
--    undo: loses data: what timestamp without time zone does not hold of public.t.at do not come back
ALTER TABLE public.t ALTER COLUMN at TYPE timestamp without time zone USING at::text::timestamp without time zone;

-- 8. alter column public.t.day: breaking
--    loses the time of day of public.t.day
--    breaks readers: column public.t.day is of type date for its readers
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
--    undo: loses data: the time of day of public.t.day do not come back
ALTER TABLE public.t ALTER COLUMN day TYPE date;

-- 9. create default public.t.paid: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN paid SET DEFAULT false;

COMMIT;
