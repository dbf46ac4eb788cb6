CREATE COLLATION blind (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
CREATE TABLE tag (name text COLLATE blind UNIQUE, word text COLLATE "C" UNIQUE);
