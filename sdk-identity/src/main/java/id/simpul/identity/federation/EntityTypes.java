package id.simpul.identity.federation;

/**
 * Entity type identifiers (OpenID Federation 1.1, section 5.1) that this library gives a meaning.
 */
public final class EntityTypes {
  /** An entity as a part of the federation; every intermediate and anchor has it. */
  public static final String FEDERATION_ENTITY = "federation_entity";

  /**
   * A node of this profile. Its metadata parameter {@code jwks} (section 5.2.1) holds the keys with
   * which it signs HTTP messages; they are others than its federation keys (section 3.1.1).
   */
  public static final String NODE = "simpul_node";

  private EntityTypes() {}
}
