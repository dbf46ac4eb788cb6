CREATE COLLATION blind (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
CREATE TABLE tag (name text UNIQUE, word text COLLATE blind UNIQUE);
