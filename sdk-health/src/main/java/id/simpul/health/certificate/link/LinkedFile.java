package id.simpul.health.certificate.link;

import java.util.Objects;

/**
 * A file of a link, opened. Who sent it is not known by that: a health card in it is verified like
 * any other, and FHIR in it is what the link's maker says. {@code toString} shows its kind alone.
 */
public final class LinkedFile {
  /** {@code verifiableCredential} with SMART Health Cards, for {@code verifyFile}. */
  public static final String HEALTH_CARD = "application/smart-health-card";

  /** A FHIR resource, often a Bundle. */
  public static final String FHIR = "application/fhir+json";

  /** An access token for a FHIR server. */
  public static final String API_ACCESS = "application/smart-api-access";

  private final String contentType;
  private final byte[] content;

  /**
   * A file.
   *
   * @param contentType one of the three
   * @param content its bytes, copied
   */
  public LinkedFile(String contentType, byte[] content) {
    this.contentType = Objects.requireNonNull(contentType, "contentType");
    if (!isKnown(contentType)) {
      throw new IllegalArgumentException("A file of a link is of one of three kinds");
    }
    this.content = content.clone();
  }

  static boolean isKnown(String contentType) {
    return contentType.equals(HEALTH_CARD)
        || contentType.equals(FHIR)
        || contentType.equals(API_ACCESS);
  }

  /**
   * What kind of file it is.
   *
   * @return a media type
   */
  public String contentType() {
    return contentType;
  }

  /**
   * What it holds.
   *
   * @return a copy of its bytes, JSON in UTF-8
   */
  public byte[] content() {
    return content.clone();
  }

  @Override
  public String toString() {
    return contentType;
  }
}
