package id.simpul.identity.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.format.JsonObject;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.internal.jose.JoseJson;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Parts of entity statements, written with apostrophes for quotation marks. */
final class Statements {
  static final String TYPE = "simpul_node";

  private Statements() {}

  static JsonObject json(String text) {
    return JoseJson.read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8), "test");
  }

  static MetadataPolicy policy(String text) {
    return MetadataPolicy.parse(json(text), Set.of());
  }

  /** A policy for the parameter {@code p} of one entity type. */
  static MetadataPolicy operators(String text) {
    return operators("p", text);
  }

  static MetadataPolicy operators(String parameter, String text) {
    return policy("{'" + TYPE + "':{'" + parameter + "':" + text + "}}");
  }

  /** Metadata of that entity type. */
  static JsonObject parameters(String text) {
    return json("{'" + TYPE + "':" + text + "}");
  }

  /** Expects a refusal at a place, in words that hold none of the values in the test. */
  static void refused(Reason reason, String where, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            TrustException.class,
            e -> {
              assertThat(e.reason()).as(e.getMessage()).isEqualTo(reason);
              assertThat(e.getMessage()).contains("at " + where).doesNotContain("SECRET");
            });
  }
}
