package id.simpul.identity.http;

import id.simpul.core.operation.Headers;
import id.simpul.core.spi.ExchangeAuthenticator.Request;
import id.simpul.core.spi.ExchangeAuthenticator.Response;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.mutants.Artefact;
import id.simpul.identity.mutants.Damage;
import id.simpul.identity.mutants.Part;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Valid signed messages to be damaged. ML-DSA has no name in RFC 9421's registry. */
public final class MessageArtefacts {
  private static final byte[] ANSWER =
      "[{\"service_request_id\":\"1\"}]".getBytes(StandardCharsets.UTF_8);

  private MessageArtefacts() {}

  private static Cities cities(int number) {
    return new Cities(number % 2 == 0 ? SignatureAlgorithm.ED25519 : SignatureAlgorithm.ES256);
  }

  /** A signed report; ES256 for odd numbers. */
  public static Artefact request(int number) {
    Cities cities = cities(number);
    Request plain = Cities.post();
    Request sent = Cities.with(plain, cities.requestSigner().sign(plain).headers());
    RequestVerifier verifier = cities.requestVerifier();
    List<Headers.Field> fields = sent.headers().fields();
    List<Part> parts = new ArrayList<>(fieldParts(fields));
    parts.add(bodyPart(sent.body()));
    return new Artefact(
        parts,
        texts ->
            verifier.verify(
                new Request(sent.method(), sent.target(), headers(fields, texts), body(texts))));
  }

  /** A signed answer to such a report; ES256 for odd numbers. */
  public static Artefact answer(int number) {
    Cities cities = cities(number);
    RequestBinding binding = cities.requestSigner().sign(Cities.post()).binding();
    Headers plain = Headers.EMPTY.with("Content-Type", "application/json");
    Headers signature = cities.responseSigner().sign(new Response(200, plain, ANSWER), binding);
    ResponseVerifier verifier = cities.responseVerifier();
    List<Headers.Field> fields = FieldLines.concat(plain, signature).fields();
    List<Part> parts = new ArrayList<>(fieldParts(fields));
    parts.add(Part.of(Character.toString(200), Damage.BITS)); // the status, in one character
    parts.add(bodyPart(ANSWER));
    return new Artefact(
        parts,
        texts -> {
          String status = texts.get(texts.size() - 2);
          Response mutant =
              new Response(
                  status.isEmpty() ? 0 : status.charAt(0), headers(fields, texts), body(texts));
          verifier.verify(mutant, binding, Cities.JAMBI);
        });
  }

  private static List<Part> fieldParts(List<Headers.Field> fields) {
    return fields.stream().map(MessageArtefacts::part).toList();
  }

  private static Part part(Headers.Field field) {
    String value = field.value();
    return switch (field.name()) {
      case "Accept" -> Part.kept(value); // nothing signs it
      case "Signature-Input" ->
          Part.of(value, Damage.BITS, Damage.EDITS)
              .sparing(text -> isNoField(text) || sameButForBlanks(text, value));
      default -> Part.of(value, Damage.BITS).sparing(MessageArtefacts::isNoField);
    };
  }

  private static boolean isNoField(String value) {
    return value.chars().anyMatch(c -> c == '\r' || c == '\n' || c == '\0');
  }

  private static boolean sameButForBlanks(String one, String other) {
    return one.replace(" ", "").equals(other.replace(" ", ""));
  }

  private static Part bodyPart(byte[] body) {
    return Part.of(new String(body, StandardCharsets.ISO_8859_1), Damage.BITS, Damage.EDITS);
  }

  /** The fields with other values; one whose value is empty is not sent. */
  private static Headers headers(List<Headers.Field> fields, List<String> values) {
    List<Headers.Field> sent = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      if (!values.get(i).isEmpty()) {
        sent.add(new Headers.Field(fields.get(i).name(), values.get(i)));
      }
    }
    return Headers.of(sent);
  }

  private static byte[] body(List<String> texts) {
    return texts.get(texts.size() - 1).getBytes(StandardCharsets.ISO_8859_1);
  }
}
