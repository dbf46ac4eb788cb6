CREATE TABLE "odd (thing)" (id text);
CREATE VIEW "seen (thing)" AS SELECT id FROM "odd (thing)";
