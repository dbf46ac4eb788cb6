CREATE TABLE accounts (id integer, tenant integer);
