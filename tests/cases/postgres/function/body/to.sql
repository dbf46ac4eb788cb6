CREATE FUNCTION f(a integer) RETURNS integer LANGUAGE plpgsql AS $$
BEGIN
  -- second: $1 'quoted' \ backslash
  RETURN a + 1;
END
$$;
