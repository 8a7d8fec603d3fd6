package id.simpul.identity.wire;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.Limits;
import id.simpul.core.value.Secret;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.credential.KeyBindingChallenge;
import id.simpul.identity.internal.issuance.Members;
import id.simpul.identity.issuance.CredentialConfiguration;
import id.simpul.identity.presentation.PresentationRequest;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Links that bring a request to a wallet, as a QR code for example (OpenID4VP 1.0, section 5). All
 * of the request stands in the link.
 */
public final class PresentationLinks {
  /** The longest link in characters. */
  public static final int MAX_LENGTH = 8 * 1024;

  // What would change the meaning of a request must not be overlooked (sections 5.1, 5.7 and 8.2).
  private static final List<String> NOT_SPOKEN =
      List.of("redirect_uri", "request", "request_uri", "scope", "transaction_data");
  private static final int MAX_DEPTH = 16;
  private static final Limits LIMITS =
      new Limits(MAX_LENGTH, MAX_DEPTH, MAX_LENGTH, MAX_LENGTH, MAX_DEPTH, MAX_LENGTH);

  private PresentationLinks() {}

  /**
   * Writes a link.
   *
   * @param request the request
   * @return the link
   * @throws TrustException {@code MALFORMED} when it would be longer than a wallet takes
   */
  public static URI write(PresentationRequest request) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("client_id", request.challenge().audience());
    parameters.put("response_type", "vp_token");
    parameters.put("response_mode", "direct_post");
    parameters.put("response_uri", request.responseUri().toString());
    parameters.put("nonce", request.challenge().nonce());
    parameters.put("state", request.state().reveal());
    parameters.put("dcql_query", text(QueryForm.write(request.query())));
    parameters.put("client_metadata", text(clientMetadata()));
    StringBuilder link = new StringBuilder(PresentationRequest.SCHEME);
    parameters.forEach((name, value) ->
        link.append(link.charAt(link.length() - 1) == '/' ? '?' : '&')
            .append(name)
            .append('=')
            .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    if (link.length() > MAX_LENGTH) {
      throw new TrustException(
          Reason.MALFORMED,
          "presentation request",
          "makes a link of more than " + MAX_LENGTH + " characters",
          "dcql_query");
    }
    return URI.create(link.toString());
  }

  private static String text(JsonObject json) {
    return new String(Json.toBytes(json), StandardCharsets.UTF_8);
  }

  private static JsonObject clientMetadata() {
    JsonArray algorithms =
        JsonArray.ofStrings(
            Arrays.stream(SignatureAlgorithm.values()).map(SignatureAlgorithm::joseName).toList());
    JsonObject values =
        JsonObject.builder()
            .put("sd-jwt_alg_values", algorithms)
            .put("kb-jwt_alg_values", algorithms)
            .build();
    return JsonObject.builder()
        .put(
            "vp_formats_supported",
            JsonObject.builder().put(CredentialConfiguration.FORMAT, values).build())
        .build();
  }

  /**
   * Reads a link.
   *
   * @param link of any scheme: which program it opens is not looked at
   * @return the request
   * @throws FormatException when it asks in a way that is not spoken here, or for more than a
   *     presentation, such as a transaction to be agreed to
   */
  public static PresentationRequest read(URI link) throws FormatException {
    Map<String, String> parameters = parameters(link);
    for (String name : NOT_SPOKEN) {
      if (parameters.containsKey(name)) {
        throw new FormatException(name, "is not spoken here");
      }
    }
    require(parameters, "response_type", "vp_token");
    require(parameters, "response_mode", "direct_post");
    Members query =
        Members.of(
            Json.read(value(parameters, "dcql_query").getBytes(StandardCharsets.UTF_8), LIMITS));
    try {
      return new PresentationRequest(
          URI.create(value(parameters, "response_uri")),
          new KeyBindingChallenge(value(parameters, "client_id"), value(parameters, "nonce")),
          Secret.of(value(parameters, "state")),
          QueryForm.read(query));
    } catch (IllegalArgumentException e) {
      throw new FormatException("link", "what it says cannot be");
    }
  }

  private static void require(Map<String, String> parameters, String name, String expected)
      throws FormatException {
    if (!value(parameters, name).equals(expected)) {
      throw new FormatException(name, "is not " + expected);
    }
  }

  private static String value(Map<String, String> parameters, String name) throws FormatException {
    String value = parameters.getOrDefault(name, "");
    if (value.isEmpty()) {
      throw new FormatException(name, "is missing");
    }
    return value;
  }

  private static Map<String, String> parameters(URI link) throws FormatException {
    String query = Optional.ofNullable(link.getRawQuery()).orElse("");
    if (link.toString().length() > MAX_LENGTH) {
      throw new FormatException("link", "has at most " + MAX_LENGTH + " characters");
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        String name = pair.substring(0, equals);
        if (parameters.put(name, decode(name, pair.substring(equals + 1))) != null) {
          throw new FormatException("link", "says something twice");
        }
      }
    }
    return parameters;
  }

  private static String decode(String name, String value) throws FormatException {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new FormatException(name, "is not percent-encoded");
    }
  }
}
