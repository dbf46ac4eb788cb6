CREATE TABLE accounts (id integer, tenant integer);
CREATE VIEW active AS SELECT DISTINCT tenant FROM accounts WHERE tenant IS NOT NULL;
CREATE POLICY of_active ON accounts USING (tenant IN (SELECT tenant FROM active));
