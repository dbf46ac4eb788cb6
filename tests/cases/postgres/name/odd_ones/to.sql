CREATE SCHEMA odd;
CREATE TABLE odd."a b""c; --
x" ("select" integer, "Über" text CHECK ("Über" <> ':x'), "q" integer[] DEFAULT '{1,2}');
CREATE VIEW odd.v AS SELECT q[1:"select"] AS "slice" FROM odd."a b""c; --
x";
