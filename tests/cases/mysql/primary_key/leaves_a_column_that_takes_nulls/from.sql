CREATE TABLE lot (auction INT, number INT, bidder INT, PRIMARY KEY (auction, number));
CREATE TABLE bid (lot INT, bidder INT, at DATETIME, PRIMARY KEY (lot, bidder));
