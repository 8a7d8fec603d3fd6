-- Bookings of vaccinations, version 1. A booking is a stream of events, named by its id; what stands
-- here is derived from them. The counters of a slot follow the states of its bookings by triggers.
-- No transaction is committed that passes a slot's capacity, books a person twice, gives a place to
-- another person, registers somebody after the end of a hold, moves a booking where it cannot go, or
-- makes another appointment of a slot that is held or booked, whoever wrote it. Two things hold for
-- the engine alone: that nobody sets the counters by hand, and that nothing is replaced (REPLACE is
-- refused where recursive_triggers is on, as it is for the engine's writer).

CREATE TABLE vaccination_place (
  id         TEXT    PRIMARY KEY,
  details    BLOB    NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE vaccination_slot (
  number     INTEGER PRIMARY KEY,
  id         TEXT    NOT NULL UNIQUE,
  place      TEXT    NOT NULL REFERENCES vaccination_place (id),
  starts_at  INTEGER NOT NULL,
  ends_at    INTEGER NOT NULL,
  details    BLOB    NOT NULL,
  capacity   INTEGER NOT NULL,
  held       INTEGER NOT NULL DEFAULT 0,
  booked     INTEGER NOT NULL DEFAULT 0,
  CONSTRAINT capacity_is_kept CHECK (held >= 0 AND booked >= 0 AND held + booked <= capacity)
) STRICT;

CREATE INDEX vaccination_slot_by_start ON vaccination_slot (starts_at);
CREATE INDEX vaccination_slot_by_end ON vaccination_slot (ends_at);

CREATE TRIGGER vaccination_slot_begins BEFORE INSERT ON vaccination_slot
WHEN NEW.held <> 0 OR NEW.booked <> 0
BEGIN SELECT RAISE(ABORT, 'a slot begins empty'); END;
CREATE TRIGGER vaccination_slot_stays BEFORE UPDATE OF number, id ON vaccination_slot
BEGIN SELECT RAISE(ABORT, 'slots stay'); END;
CREATE TRIGGER vaccination_slot_no_delete BEFORE DELETE ON vaccination_slot
BEGIN SELECT RAISE(ABORT, 'slots stay'); END;
CREATE TRIGGER vaccination_slot_keeps_its_appointment
BEFORE UPDATE OF place, starts_at, ends_at, details ON vaccination_slot
WHEN OLD.held + OLD.booked > 0 AND (NEW.place <> OLD.place
  OR NEW.starts_at <> OLD.starts_at OR NEW.ends_at <> OLD.ends_at
  OR json_extract(CAST(NEW.details AS TEXT), '$.campaign', '$.vaccine.cvx', '$.vaccine.kfa', '$.doses')
    <> json_extract(CAST(OLD.details AS TEXT), '$.campaign', '$.vaccine.cvx', '$.vaccine.kfa', '$.doses'))
BEGIN SELECT RAISE(ABORT, 'a slot in use keeps its appointment'); END;

-- When places or slots were last given or changed.
CREATE TABLE vaccination_agenda (
  only_row   INTEGER PRIMARY KEY CHECK (only_row = 1),
  changed_at INTEGER NOT NULL
) STRICT;

INSERT INTO vaccination_agenda VALUES (1, 0);

CREATE TABLE booking (
  stream       INTEGER PRIMARY KEY REFERENCES stream (number),
  slot         INTEGER NOT NULL REFERENCES vaccination_slot (number),
  campaign     TEXT    NOT NULL,
  owner        TEXT    NOT NULL,
  state        TEXT    NOT NULL,
  updated_at   INTEGER NOT NULL,
  expires_at   INTEGER NOT NULL,
  ends_at      INTEGER NOT NULL,
  person       TEXT,
  dose         INTEGER,
  immunization TEXT,
  refusals     INTEGER NOT NULL DEFAULT 0,
  CONSTRAINT confirmed_is_somebodys CHECK (state <> 'confirmed' OR person IS NOT NULL),
  CONSTRAINT confirmed_is_a_dose CHECK (state NOT IN ('confirmed', 'fulfilled', 'missed') OR dose IS NOT NULL),
  CONSTRAINT fulfilled_has_a_record CHECK ((state = 'fulfilled') = (immunization IS NOT NULL))
) STRICT;

-- A person, by a keyed pseudonym, has one active booking in a campaign.
CREATE UNIQUE INDEX booking_one_each ON booking (campaign, person) WHERE state = 'confirmed';
-- A dose, by its record, is given to one.
CREATE UNIQUE INDEX booking_one_record ON booking (immunization) WHERE immunization IS NOT NULL;
CREATE INDEX booking_held ON booking (slot, expires_at) WHERE state = 'held';
CREATE INDEX booking_due ON booking (expires_at) WHERE state = 'held';
CREATE INDEX booking_to_come ON booking (ends_at) WHERE state = 'confirmed';
CREATE INDEX booking_to_erase ON booking (ends_at) WHERE person IS NOT NULL AND state <> 'confirmed';
CREATE INDEX booking_unused ON booking (owner, expires_at) WHERE dose IS NULL;
CREATE INDEX booking_to_forget ON booking (expires_at) WHERE dose IS NULL AND state <> 'held';
CREATE INDEX booking_by_updated_at ON booking (updated_at);

CREATE TRIGGER booking_begins BEFORE INSERT ON booking
WHEN NEW.state <> 'held' OR NEW.person IS NOT NULL OR NEW.dose IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a booking begins as a hold'); END;
CREATE TRIGGER booking_fits_its_slot BEFORE INSERT ON booking
WHEN NOT EXISTS (SELECT 1 FROM vaccination_slot s WHERE s.number = NEW.slot
  AND NEW.expires_at <= s.starts_at AND NEW.ends_at = s.ends_at
  AND NEW.campaign = json_extract(CAST(s.details AS TEXT), '$.campaign'))
BEGIN SELECT RAISE(ABORT, 'a hold fits its slot'); END;
CREATE TRIGGER booking_moves BEFORE UPDATE OF state ON booking
WHEN OLD.state || ' ' || NEW.state NOT IN ('held confirmed', 'held cancelled', 'held expired',
  'confirmed cancelled', 'confirmed fulfilled', 'confirmed missed', 'missed fulfilled')
BEGIN SELECT RAISE(ABORT, 'a booking does not move so'); END;
CREATE TRIGGER booking_moves_in_time BEFORE UPDATE OF state ON booking
WHEN (NEW.state = 'confirmed' AND NEW.updated_at >= OLD.expires_at)
  OR (NEW.state = 'expired' AND NEW.updated_at < OLD.expires_at)
  OR (NEW.state = 'missed' AND NEW.updated_at < OLD.ends_at)
BEGIN SELECT RAISE(ABORT, 'a booking moves in time'); END;
CREATE TRIGGER booking_stays_where_it_is
BEFORE UPDATE OF stream, slot, campaign, owner, expires_at, ends_at ON booking
BEGIN SELECT RAISE(ABORT, 'a booking stays where it is'); END;
CREATE TRIGGER booking_stays_whose_it_is BEFORE UPDATE OF person ON booking
WHEN NEW.person IS NOT OLD.person
  AND NOT (OLD.state = 'held' AND NEW.state = 'confirmed')
  AND NOT (NEW.state <> 'confirmed' AND NEW.person IS NULL)
BEGIN SELECT RAISE(ABORT, 'a booking stays whose it is'); END;
CREATE TRIGGER booking_stays_what_it_is BEFORE UPDATE OF dose, immunization ON booking
WHEN (NEW.dose IS NOT OLD.dose AND NOT (OLD.state = 'held' AND NEW.state = 'confirmed'))
  OR (NEW.immunization IS NOT OLD.immunization AND OLD.immunization IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'a booking stays what it is'); END;
CREATE TRIGGER booking_no_delete BEFORE DELETE ON booking
WHEN OLD.state NOT IN ('cancelled', 'expired') OR OLD.dose IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'bookings stay'); END;

CREATE TRIGGER booking_takes_its_place AFTER INSERT ON booking
BEGIN UPDATE vaccination_slot SET held = held + 1 WHERE number = NEW.slot; END;
CREATE TRIGGER booking_moves_its_place AFTER UPDATE OF state ON booking
BEGIN
  UPDATE vaccination_slot SET
    held = held - (OLD.state = 'held'),
    booked = booked + (NEW.state IN ('confirmed', 'fulfilled', 'missed'))
                    - (OLD.state IN ('confirmed', 'fulfilled', 'missed'))
  WHERE number = NEW.slot;
END;
