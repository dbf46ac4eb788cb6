CREATE TABLE "a 'b" ("c ""d" INT, [e f] TEXT, `select` INT);
