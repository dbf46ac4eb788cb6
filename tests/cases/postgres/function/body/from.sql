CREATE FUNCTION f(a integer) RETURNS integer LANGUAGE plpgsql AS $$
BEGIN
  -- first
  RETURN a;
END
$$;
