CREATE TABLE note (id int, class int, body text);
CREATE TABLE log (id int, what text);
CREATE RULE note_in AS ON INSERT TO note WHERE class = 2 AND id > 0 DO ALSO INSERT INTO log (id, what) VALUES (new.id, coalesce(new.body, 'in'));
CREATE RULE note_out AS ON DELETE TO note WHERE class > 2 DO ALSO DELETE FROM log WHERE id = old.id;
CREATE RULE note_on AS ON UPDATE TO note WHERE new.class > old.class DO ALSO UPDATE log SET what = new.body WHERE id = old.id;
