package id.simpul.identity.wire;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.Limits;
import id.simpul.identity.internal.issuance.Members;
import id.simpul.identity.presentation.CredentialQuery;

/** A query for one credential as JSON (DCQL, OpenID4VP 1.0, section 6). */
public final class QueryDocument {
  /** The largest document in bytes. */
  public static final int MAX_BYTES = 64 * 1024;

  private static final int MAX_DEPTH = 8;
  private static final int MAX_NODES = 1024;
  private static final int MAX_NAME_LENGTH = 128;
  private static final Limits LIMITS =
      new Limits(
          MAX_BYTES, MAX_DEPTH, Members.MAX_LENGTH, MAX_NAME_LENGTH, MAX_NAME_LENGTH, MAX_NODES);

  private QueryDocument() {}

  /**
   * Writes a query.
   *
   * @param query the query
   * @return JSON in UTF-8
   */
  public static byte[] write(CredentialQuery query) {
    return Json.toBytes(QueryForm.write(query));
  }

  /**
   * Reads a query.
   *
   * @param json UTF-8
   * @return the query
   * @throws FormatException when it asks in a way that is not spoken here
   */
  public static CredentialQuery read(byte[] json) throws FormatException {
    Members members = Members.of(Json.read(json, LIMITS));
    try {
      return QueryForm.read(members);
    } catch (IllegalArgumentException e) {
      throw new FormatException("", "what it says cannot be", e);
    }
  }
}
