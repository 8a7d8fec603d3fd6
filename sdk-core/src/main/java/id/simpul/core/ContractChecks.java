package id.simpul.core;

/** Which JSON documents a client checks against their schema. XML has no schema here. */
public enum ContractChecks {
  /** None. Reading still refuses what it cannot understand. */
  OFF,
  /** What is sent: a broken document never leaves. The default. */
  SENT,
  /** What is sent and what is received: strict, for tests and for nodes under acceptance. */
  ALL
}
