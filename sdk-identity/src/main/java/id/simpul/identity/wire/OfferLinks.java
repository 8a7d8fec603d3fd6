package id.simpul.identity.wire;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.Limits;
import id.simpul.core.operation.Format;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.internal.issuance.Members;
import id.simpul.identity.issuance.CredentialOffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Links that bring an offer to a wallet, as a QR code for example (OpenID4VCI 1.0, section 4.1).
 * They are as secret as the offer.
 */
public final class OfferLinks {
  /** The longest link in characters. */
  public static final int MAX_LENGTH = 8 * 1024;

  private static final String BY_VALUE = "credential_offer";
  private static final String BY_REFERENCE = "credential_offer_uri";
  private static final int MAX_DEPTH = 16;
  private static final Limits LIMITS =
      new Limits(MAX_LENGTH, MAX_DEPTH, MAX_LENGTH, MAX_LENGTH, MAX_DEPTH, MAX_LENGTH);

  private OfferLinks() {}

  /** What a link holds: an offer, or where it is. */
  public sealed interface Link {}

  /**
   * The offer itself.
   *
   * @param offer the offer
   */
  public record ByValue(CredentialOffer offer) implements Link {}

  /**
   * Where the offer is.
   *
   * @param url the address
   */
  public record ByReference(URI url) implements Link {
    /** The host alone, because the rest is as secret as the offer. */
    @Override
    public String toString() {
      return "offer at " + url.getHost();
    }
  }

  /**
   * A link with the offer in it.
   *
   * @param offer the offer
   * @return the link
   * @throws TrustException {@code MALFORMED} when it would be longer than a wallet takes
   */
  public static URI byValue(CredentialOffer offer) {
    return link(BY_VALUE, text(IssuanceForms.OFFER, offer));
  }

  /**
   * A link to where the offer is.
   *
   * @param url an address that answers {@link IssuanceV1#GET_OFFER}
   * @return the link
   * @throws TrustException {@code MALFORMED} when it would be longer than a wallet takes
   */
  public static URI byReference(URI url) {
    return link(BY_REFERENCE, url.toString());
  }

  private static URI link(String name, String value) {
    String link =
        CredentialOffer.SCHEME
            + "?"
            + name
            + "="
            + URLEncoder.encode(value, StandardCharsets.UTF_8);
    if (link.length() > MAX_LENGTH) {
      throw new TrustException(
          Reason.MALFORMED,
          "credential offer",
          "makes a link of more than " + MAX_LENGTH + " characters",
          name);
    }
    return URI.create(link);
  }

  private static <T> String text(Format<T> format, T value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      format.write(value, out);
    } catch (IOException e) {
      throw new UncheckedIOException("A byte array does not fail", e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  /**
   * Reads a link.
   *
   * @param link of any scheme: which program it opens is not looked at
   * @return what it holds
   * @throws FormatException when it holds no offer, or both at once
   */
  public static Link read(URI link) throws FormatException {
    String query = Optional.ofNullable(link.getRawQuery()).orElse("");
    if (link.toString().length() > MAX_LENGTH) {
      throw new FormatException("link", "has at most " + MAX_LENGTH + " characters");
    }
    List<String> values = values(query, BY_VALUE);
    List<String> references = values(query, BY_REFERENCE);
    if (values.size() + references.size() != 1) {
      throw new FormatException("link", "holds exactly one offer");
    }
    return values.isEmpty()
        ? new ByReference(url(references.get(0)))
        : new ByValue(offer(values.get(0)));
  }

  private static CredentialOffer offer(String json) throws FormatException {
    Members members = Members.of(Json.read(json.getBytes(StandardCharsets.UTF_8), LIMITS));
    try {
      return IssuanceForms.OFFER.reader().read(members);
    } catch (IllegalArgumentException e) {
      throw new FormatException(BY_VALUE, "what it says cannot be", e);
    }
  }

  private static URI url(String text) throws FormatException {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      // Its message quotes the address, which is a secret.
      throw new FormatException(BY_REFERENCE, "is no URL");
    }
  }

  private static List<String> values(String query, String name) throws FormatException {
    List<String> values = new ArrayList<>();
    for (String pair : query.split("&", -1)) {
      if (pair.startsWith(name + "=")) {
        try {
          values.add(URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
          throw new FormatException(name, "is not percent-encoded");
        }
      }
    }
    return values;
  }
}
