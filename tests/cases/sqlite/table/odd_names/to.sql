CREATE TABLE "a 'b" ("c ""d" INT NOT NULL DEFAULT 1, [e f] TEXT, `select` INT);
CREATE INDEX "on" ON "a 'b" ("select");
