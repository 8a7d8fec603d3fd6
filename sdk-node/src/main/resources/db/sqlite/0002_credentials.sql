-- Credentials, version 1. Codes, tokens and states are here as digests. What is sealed is personal
-- and goes with its row.

CREATE TABLE credential_offer (
  code          TEXT    PRIMARY KEY,
  tx_code       TEXT,
  tries_left    INTEGER NOT NULL,
  expires_at    INTEGER NOT NULL,
  reference     TEXT    NOT NULL,
  configuration TEXT    NOT NULL,
  key_id        TEXT    NOT NULL,
  sealed        BLOB    NOT NULL
) STRICT;

CREATE INDEX credential_offer_by_expires_at ON credential_offer (expires_at);

CREATE TABLE access_token (
  token         TEXT    PRIMARY KEY,
  client_id     TEXT,
  expires_at    INTEGER NOT NULL,
  reference     TEXT    NOT NULL,
  configuration TEXT    NOT NULL,
  key_id        TEXT    NOT NULL,
  sealed        BLOB    NOT NULL
) STRICT;

CREATE INDEX access_token_by_expires_at ON access_token (expires_at);

-- Which places of a status list were given out, and what was said of them. For ever.
CREATE TABLE status_place (
  list   TEXT    NOT NULL,
  place  INTEGER NOT NULL,
  status INTEGER NOT NULL,
  PRIMARY KEY (list, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX status_place_not_valid ON status_place (list, place, status) WHERE status <> 0;

-- Which places belong to one case, so that all its copies are revoked together.
CREATE TABLE issued_credential (
  reference TEXT    NOT NULL,
  list      TEXT    NOT NULL,
  place     INTEGER NOT NULL,
  issued_at INTEGER NOT NULL,
  PRIMARY KEY (list, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX issued_credential_by_reference ON issued_credential (reference);

CREATE TABLE presentation_request (
  state      TEXT    PRIMARY KEY,
  nonce      TEXT    NOT NULL,
  query      BLOB    NOT NULL,
  expires_at INTEGER NOT NULL,
  closed     INTEGER NOT NULL,
  key_id     TEXT,
  sealed     BLOB
) STRICT;

CREATE INDEX presentation_request_by_expires_at ON presentation_request (expires_at);

CREATE TRIGGER status_place_no_delete BEFORE DELETE ON status_place
BEGIN SELECT RAISE(ABORT, 'places stay given out'); END;
CREATE TRIGGER issued_credential_no_update BEFORE UPDATE ON issued_credential
BEGIN SELECT RAISE(ABORT, 'what was issued does not change'); END;
CREATE TRIGGER issued_credential_no_delete BEFORE DELETE ON issued_credential
BEGIN SELECT RAISE(ABORT, 'what was issued stays'); END;
