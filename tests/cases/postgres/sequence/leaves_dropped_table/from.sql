CREATE TABLE ticket (id integer NOT NULL);
CREATE SEQUENCE numbers OWNED BY ticket.id;
CREATE TABLE bill (id integer NOT NULL, note text);
CREATE SEQUENCE bills OWNED BY bill.id;
