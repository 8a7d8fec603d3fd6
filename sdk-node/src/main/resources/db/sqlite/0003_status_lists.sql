-- How many places of a status list were given out, so that knowing when the next one is due costs
-- no counting.

CREATE TABLE status_list (
  list  TEXT    PRIMARY KEY,
  taken INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO status_list SELECT list, count(*) FROM status_place GROUP BY list;

CREATE TRIGGER status_place_counted AFTER INSERT ON status_place
BEGIN
  INSERT INTO status_list VALUES (NEW.list, 1) ON CONFLICT DO UPDATE SET taken = taken + 1;
END;

CREATE TRIGGER status_list_no_delete BEFORE DELETE ON status_list
BEGIN SELECT RAISE(ABORT, 'lists stay'); END;
