package id.simpul.benchmarks.client;

import id.simpul.benchmarks.sample.BareSchema;
import id.simpul.benchmarks.sample.BareSignature;
import id.simpul.core.operation.SchemaId;
import org.jspecify.annotations.Nullable;

/** What checks and signatures consist of, done bare, on the bytes of one exchange. */
final class Primitives {
  // Written so that no compiler finds the work useless.
  private volatile @Nullable Object last;

  /** The schema check of the documents that a strict client checks. */
  Caller check(Kind kind) {
    byte[] answer = kind.answer();
    BareSchema schema = new BareSchema(schema(kind));
    if (kind != Kind.DOCUMENT) {
      return () -> schema.check(answer);
    }
    byte[] sent = kind.request();
    return () -> {
      schema.check(sent);
      schema.check(answer);
    };
  }

  private static SchemaId schema(Kind kind) {
    return switch (kind) {
      case SUBMIT -> new SchemaId("georeport/v2/request-receipt");
      case GET -> new SchemaId("georeport/v2/requests");
      case DOCUMENT -> DocumentExchange.SCHEMA;
    };
  }

  /** The digests and the two signatures of a signed exchange, as the client meets them. */
  Caller signatures(Kind kind) {
    byte[] sent = kind.request();
    byte[] answer = kind.answer();
    BareSignature bare = new BareSignature();
    return () -> {
      if (sent.length > 0) {
        last = BareSignature.digest(sent);
      }
      last = bare.sign();
      last = BareSignature.digest(answer);
      bare.verify();
    };
  }
}
