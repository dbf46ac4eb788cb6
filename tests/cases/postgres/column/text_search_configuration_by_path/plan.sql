-- from from.sql to to.sql, for postgres 15
-- 20 steps: 20 breaking

BEGIN;

-- 1. alter text search dictionary public.d: breaking
--    breaks readers: words are looked for otherwise through public.d
ALTER TEXT SEARCH DICTIONARY public.d (stopwords);

-- 2. alter text search dictionary public.d: breaking
--    breaks readers: words are looked for otherwise through public.d
ALTER TEXT SEARCH DICTIONARY public.d (accept = 'false');

-- 3. alter text search configuration public.c: breaking
--    breaks readers: words are looked for otherwise through public.c
ALTER TEXT SEARCH CONFIGURATION public.c ADD MAPPING FOR asciihword WITH simple;

-- 4. alter text search configuration public.c: breaking
--    breaks readers: words are looked for otherwise through public.c
ALTER TEXT SEARCH CONFIGURATION public.c ADD MAPPING FOR hword_asciipart WITH simple;

-- 5. alter text search configuration public.c: breaking
--    breaks readers: words are looked for otherwise through public.c
ALTER TEXT SEARCH CONFIGURATION public.c ADD MAPPING FOR hword WITH simple;

-- 6. alter text search configuration public.c: breaking
--    breaks readers: words are looked for otherwise through public.c
ALTER TEXT SEARCH CONFIGURATION public.c ADD MAPPING FOR hword_part WITH simple;

-- 7. alter text search configuration public.c: breaking
--    breaks readers: words are looked for otherwise through public.c
ALTER TEXT SEARCH CONFIGURATION public.c ALTER MAPPING FOR word WITH simple;

-- 8. alter text search configuration public.c: breaking
--    breaks readers: words are looked for otherwise through public.c
ALTER TEXT SEARCH CONFIGURATION public.c ADD MAPPING FOR email WITH simple;

-- 9. alter text search configuration public.c: breaking
--    breaks readers: words are looked for otherwise through public.c
ALTER TEXT SEARCH CONFIGURATION public.c ADD MAPPING FOR file WITH simple;

-- 10. alter text search configuration public.c: breaking
--    breaks readers: words are looked for otherwise through public.c
ALTER TEXT SEARCH CONFIGURATION public.c ADD MAPPING FOR "float" WITH simple;

-- 11. alter text search configuration public.c: breaking
--    breaks readers: words are looked for otherwise through public.c
ALTER TEXT SEARCH CONFIGURATION public.c ADD MAPPING FOR host WITH simple;

-- 12. alter text search configuration public.c: breaking
--    breaks readers: words are looked for otherwise through public.c
ALTER TEXT SEARCH CONFIGURATION public.c ADD MAPPING FOR hword_numpart WITH simple;

-- 13. alter text search configuration public.c: breaking
--    breaks readers: words are looked for otherwise through public.c
ALTER TEXT SEARCH CONFIGURATION public.c ADD MAPPING FOR "int" WITH simple;

-- 14. alter text search configuration public.c: breaking
--    breaks readers: words are looked for otherwise through public.c
ALTER TEXT SEARCH CONFIGURATION public.c ADD MAPPING FOR numhword WITH simple;

-- 15. alter text search configuration public.c: breaking
--    breaks readers: words are looked for otherwise through public.c
ALTER TEXT SEARCH CONFIGURATION public.c ADD MAPPING FOR numword WITH simple;

-- 16. alter text search configuration public.c: breaking
--    breaks readers: words are looked for otherwise through public.c
ALTER TEXT SEARCH CONFIGURATION public.c ADD MAPPING FOR sfloat WITH simple;

-- 17. alter text search configuration public.c: breaking
--    breaks readers: words are looked for otherwise through public.c
ALTER TEXT SEARCH CONFIGURATION public.c ADD MAPPING FOR uint WITH simple;

-- 18. alter text search configuration public.c: breaking
--    breaks readers: words are looked for otherwise through public.c
ALTER TEXT SEARCH CONFIGURATION public.c ADD MAPPING FOR url WITH simple;

-- 19. alter text search configuration public.c: breaking
--    breaks readers: words are looked for otherwise through public.c
ALTER TEXT SEARCH CONFIGURATION public.c ADD MAPPING FOR url_path WITH simple;

-- 20. alter text search configuration public.c: breaking
--    breaks readers: words are looked for otherwise through public.c
ALTER TEXT SEARCH CONFIGURATION public.c ADD MAPPING FOR version WITH simple;

COMMIT;
