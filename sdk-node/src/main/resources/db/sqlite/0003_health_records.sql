-- Health records, version 1. A resource is a stream of events, named by its type and id; what its
-- versions say is sealed here and in no event. What is searched for is here as keyed digests of
-- type, parameter and value alone, so that the file names nobody.

CREATE TABLE fhir_resource (
  stream       INTEGER PRIMARY KEY REFERENCES stream (number),
  type         TEXT    NOT NULL,
  id           TEXT    NOT NULL,
  version      INTEGER NOT NULL,
  last_updated INTEGER NOT NULL,
  UNIQUE (type, id)
) STRICT;

CREATE INDEX fhir_resource_by_type ON fhir_resource (type, stream);
CREATE INDEX fhir_resource_by_last_updated ON fhir_resource (type, last_updated);

-- What was written together has one batch: the sequence of its first event.
CREATE TABLE fhir_version (
  sequence     INTEGER PRIMARY KEY REFERENCES event (sequence),
  stream       INTEGER NOT NULL REFERENCES fhir_resource (stream),
  version      INTEGER NOT NULL,
  batch        INTEGER NOT NULL,
  last_updated INTEGER NOT NULL,
  key_id       TEXT    NOT NULL,
  sealed       BLOB    NOT NULL,
  UNIQUE (stream, version)
) STRICT;

CREATE INDEX fhir_version_by_batch ON fhir_version (batch);

-- By what the current version of a resource is found.
CREATE TABLE fhir_term (
  term   BLOB    NOT NULL,
  stream INTEGER NOT NULL REFERENCES fhir_resource (stream),
  PRIMARY KEY (term, stream)
) STRICT, WITHOUT ROWID;

CREATE INDEX fhir_term_by_stream ON fhir_term (stream);

-- What no two resources may have: a patient's population number, a facility's own identifiers.
CREATE TABLE fhir_unique (
  term   BLOB    PRIMARY KEY,
  stream INTEGER NOT NULL REFERENCES fhir_resource (stream)
) STRICT, WITHOUT ROWID;

CREATE INDEX fhir_unique_by_stream ON fhir_unique (stream);

CREATE TRIGGER fhir_version_no_update BEFORE UPDATE ON fhir_version
BEGIN SELECT RAISE(ABORT, 'versions do not change'); END;
CREATE TRIGGER fhir_resource_no_delete BEFORE DELETE ON fhir_resource
BEGIN SELECT RAISE(ABORT, 'resources stay'); END;
CREATE TRIGGER fhir_resource_keeps_name BEFORE UPDATE OF stream, type, id ON fhir_resource
BEGIN SELECT RAISE(ABORT, 'resources keep their names'); END;
