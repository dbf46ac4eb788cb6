CREATE TABLE t (a TEXT, b INT);
CREATE TRIGGER tr AFTER INSERT ON t WHEN new.a <> '' BEGIN
  UPDATE t SET b = 1 WHERE a = new.a; -- only this one
END;
