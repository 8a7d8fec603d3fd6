package id.simpul.identity.mutants;

/** What is done to a part of an artefact, besides leaving it out. */
public enum Damage {
  /** Every bit of its characters is turned. */
  BITS,
  /** Every bit of the bytes its base64url stands for is turned. */
  BYTES,
  /** Characters are replaced, put in and taken out at random. */
  EDITS,
  /** Bytes its base64url stands for are changed at random. */
  BYTE_EDITS
}
