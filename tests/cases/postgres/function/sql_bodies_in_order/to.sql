CREATE TABLE rates (code text PRIMARY KEY, rate numeric NOT NULL);
CREATE TABLE orders (id integer PRIMARY KEY, amount numeric NOT NULL, code text);
CREATE TABLE z_rates (rate numeric);
CREATE FUNCTION z_converted(amount numeric, wanted text) RETURNS numeric LANGUAGE sql STABLE AS $$
  SELECT amount * r.rate FROM rates r WHERE r.code = wanted
$$;
CREATE FUNCTION a_total(code text) RETURNS numeric LANGUAGE sql STABLE AS $$
  SELECT sum(z_converted(o.amount, o.code)) FROM orders o WHERE o.code = a_total.code
$$;
CREATE FUNCTION b_first() RETURNS numeric LANGUAGE plpgsql AS $$
DECLARE
  found rates%ROWTYPE;
  best z_rates.rate%TYPE := 0;
BEGIN
  SELECT * INTO found FROM rates LIMIT 1;
  RETURN greatest(found.rate, best);
END
$$;
