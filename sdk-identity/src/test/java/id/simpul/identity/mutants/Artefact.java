package id.simpul.identity.mutants;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Something valid in parts, and the one who verifies it.
 *
 * @param parts the parts in order
 * @param verifier takes texts in the places of the parts, or refuses them with a {@link
 *     id.simpul.identity.TrustException}; it must be able to take the parts as they are, once,
 *     after any number of refusals
 */
public record Artefact(List<Part> parts, Consumer<List<String>> verifier) {
  /** An artefact that is one text, which is its parts without anything between them. */
  public static Artefact ofText(List<Part> parts, Consumer<String> verifier) {
    return new Artefact(parts, texts -> verifier.accept(String.join("", texts)));
  }

  /** A compact JWS, with the dots between its parts. */
  public static List<Part> jws(String token) {
    String[] parts = token.split("\\.", -1);
    return List.of(
        Part.of(parts[0], Damage.BITS, Damage.BYTES),
        Part.of(".", Damage.BITS),
        Part.of(parts[1], Damage.EDITS, Damage.BYTE_EDITS),
        Part.of(".", Damage.BITS),
        Part.of(parts[2], Damage.BYTES, Damage.EDITS));
  }

  /** An SD-JWT: its tokens, its disclosures, and a tilde after each but a key binding. */
  public static List<Part> sdJwt(String text) {
    List<String> pieces = Arrays.asList(text.split("~", -1));
    int last = pieces.size() - 1;
    List<Part> parts = new ArrayList<>(jws(pieces.get(0)));
    for (String disclosure : pieces.subList(1, last)) {
      parts.add(Part.of("~", Damage.BITS));
      parts.add(Part.of(disclosure, Damage.EDITS, Damage.BYTE_EDITS));
    }
    parts.add(Part.of("~", Damage.BITS));
    if (!pieces.get(last).isEmpty()) {
      parts.addAll(jws(pieces.get(last)));
    }
    return parts;
  }
}
