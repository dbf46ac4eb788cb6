-- from to.sql to from.sql, for postgres 15
-- 20 steps: 20 breaking

BEGIN;

-- 1. alter text search dictionary public.d: breaking
--    breaks readers: words are looked for otherwise through public.d
ALTER TEXT SEARCH DICTIONARY public.d (accept);

-- 2. alter text search dictionary public.d: breaking
--    breaks readers: words are looked for otherwise through public.d
ALTER TEXT SEARCH DICTIONARY public.d (stopwords = 'english');

-- 3. alter text search configuration public.c: breaking
--    breaks readers: words are looked for otherwise through public.c
ALTER TEXT SEARCH CONFIGURATION public.c DROP MAPPING FOR asciihword;

-- 4. alter text search configuration public.c: breaking
--    breaks readers: words are looked for otherwise through public.c
ALTER TEXT SEARCH CONFIGURATION public.c DROP MAPPING FOR hword_asciipart;

-- 5. alter text search configuration public.c: breaking
--    breaks readers: words are looked for otherwise through public.c
ALTER TEXT SEARCH CONFIGURATION public.c DROP MAPPING FOR hword;

-- 6. alter text search configuration public.c: breaking
--    breaks readers: words are looked for otherwise through public.c
ALTER TEXT SEARCH CONFIGURATION public.c DROP MAPPING FOR hword_part;

-- 7. alter text search configuration public.c: breaking
--    breaks readers: words are looked for otherwise through public.c
ALTER TEXT SEARCH CONFIGURATION public.c DROP MAPPING FOR email;

-- 8. alter text search configuration public.c: breaking
--    breaks readers: words are looked for otherwise through public.c
ALTER TEXT SEARCH CONFIGURATION public.c DROP MAPPING FOR file;

-- 9. alter text search configuration public.c: breaking
--    breaks readers: words are looked for otherwise through public.c
ALTER TEXT SEARCH CONFIGURATION public.c DROP MAPPING FOR "float";

-- 10. alter text search configuration public.c: breaking
--    breaks readers: words are looked for otherwise through public.c
ALTER TEXT SEARCH CONFIGURATION public.c DROP MAPPING FOR host;

-- 11. alter text search configuration public.c: breaking
--    breaks readers: words are looked for otherwise through public.c
ALTER TEXT SEARCH CONFIGURATION public.c DROP MAPPING FOR hword_numpart;

-- 12. alter text search configuration public.c: breaking
--    breaks readers: words are looked for otherwise through public.c
ALTER TEXT SEARCH CONFIGURATION public.c DROP MAPPING FOR "int";

-- 13. alter text search configuration public.c: breaking
--    breaks readers: words are looked for otherwise through public.c
ALTER TEXT SEARCH CONFIGURATION public.c DROP MAPPING FOR numhword;

-- 14. alter text search configuration public.c: breaking
--    breaks readers: words are looked for otherwise through public.c
ALTER TEXT SEARCH CONFIGURATION public.c DROP MAPPING FOR numword;

-- 15. alter text search configuration public.c: breaking
--    breaks readers: words are looked for otherwise through public.c
ALTER TEXT SEARCH CONFIGURATION public.c DROP MAPPING FOR sfloat;

-- 16. alter text search configuration public.c: breaking
--    breaks readers: words are looked for otherwise through public.c
ALTER TEXT SEARCH CONFIGURATION public.c DROP MAPPING FOR uint;

-- 17. alter text search configuration public.c: breaking
--    breaks readers: words are looked for otherwise through public.c
ALTER TEXT SEARCH CONFIGURATION public.c DROP MAPPING FOR url;

-- 18. alter text search configuration public.c: breaking
--    breaks readers: words are looked for otherwise through public.c
ALTER TEXT SEARCH CONFIGURATION public.c DROP MAPPING FOR url_path;

-- 19. alter text search configuration public.c: breaking
--    breaks readers: words are looked for otherwise through public.c
ALTER TEXT SEARCH CONFIGURATION public.c DROP MAPPING FOR version;

-- 20. alter text search configuration public.c: breaking
--    breaks readers: words are looked for otherwise through public.c
ALTER TEXT SEARCH CONFIGURATION public.c ALTER MAPPING FOR word WITH public.d, simple;

COMMIT;
