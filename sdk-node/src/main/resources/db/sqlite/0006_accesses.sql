-- Who saw which health records, version 1. Nothing of what they say, nor of what was searched for.
-- The id is '' where records are counted and not named: an export, a search that found nothing.

CREATE TABLE fhir_access (
  number    INTEGER PRIMARY KEY,
  at        INTEGER NOT NULL,
  actor     TEXT    NOT NULL,
  operation TEXT    NOT NULL,
  type      TEXT    NOT NULL,
  id        TEXT    NOT NULL,
  records   INTEGER NOT NULL CHECK (records >= 0)
) STRICT;

CREATE INDEX fhir_access_by_record ON fhir_access (type, id, number);

CREATE TRIGGER fhir_access_no_update BEFORE UPDATE ON fhir_access
BEGIN SELECT RAISE(ABORT, 'what was seen was seen'); END;
CREATE TRIGGER fhir_access_no_delete BEFORE DELETE ON fhir_access
BEGIN SELECT RAISE(ABORT, 'accesses stay'); END;
