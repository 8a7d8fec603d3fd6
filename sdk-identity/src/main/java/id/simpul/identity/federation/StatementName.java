package id.simpul.identity.federation;

import id.simpul.identity.EntityId;

/** Which statement: who says it, and of whom. */
record StatementName(EntityId issuer, EntityId subject) {
  static StatementName configurationOf(EntityId entity) {
    return new StatementName(entity, entity);
  }

  /** Whether it is of an entity about itself (OpenID Federation 1.1, section 3.1.1). */
  boolean isConfiguration() {
    return issuer.equals(subject);
  }

  /** For messages: {@code configuration of A} or {@code statement of A about B}. */
  @Override
  public String toString() {
    return isConfiguration()
        ? "configuration of " + subject
        : "statement of " + issuer + " about " + subject;
  }
}
