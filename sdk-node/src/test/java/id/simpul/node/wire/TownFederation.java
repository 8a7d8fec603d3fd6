package id.simpul.node.wire;

import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.identity.EntityId;
import id.simpul.identity.SigningKeys;
import id.simpul.identity.federation.EntityTypes;
import id.simpul.identity.jose.JwkSet;
import id.simpul.identity.jose.PublicJwk;
import id.simpul.node.NodeFederation;
import id.simpul.node.internal.config.KeyRing;
import id.simpul.node.internal.federation.FederationFiles;
import id.simpul.node.internal.federation.SubordinateBook;
import id.simpul.node.internal.federation.SubordinateRecord;
import id.simpul.node.internal.federation.SubordinateRecord.Standing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The place of the node of the transcripts in the federation: a province above, offices below. */
final class TownFederation {
  static final NodeFederation PLACE =
      NodeFederation.ALONE
          .asAuthority()
          .withSuperiors(List.of(new EntityId("https://simpul.jambiprov.example")));

  private TownFederation() {}

  /** Writes down what officers have done before: keys rolled over once, two offices taken in. */
  static void write(Path data) {
    FederationFiles files = new FederationFiles(data);
    try {
      Files.createDirectories(data);
      SigningKeys.save(TownKeys.FEDERATION, files.firstKey());
      Files.write(KeyRing.indexOf(files.firstKey()), Json.toBytes(ring(files)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    SubordinateBook book = new SubordinateBook(files);
    book.put(office("https://disdik.jambi.example", EntityTypes.NODE, true));
    book.put(office("https://dinkes.jambi.example", EntityTypes.NODE, false));
  }

  private static JsonObject ring(FederationFiles files) {
    JsonObject retired =
        JsonObject.builder()
            .put("jwk", PublicJwk.of(TownKeys.OTHERS.publicKey()).toJson())
            .put("until", TownNode.NOW.minus(Duration.ofDays(30)).toString())
            .build();
    return JsonObject.builder()
        .put(
            "signing",
            JsonObject.builder().put("file", files.firstKey().getFileName().toString()).build())
        .put("retired", new JsonArray(List.of(retired)))
        .put("since", TownNode.NOW.minus(Duration.ofDays(30)).toString())
        .build();
  }

  private static SubordinateRecord office(String id, String type, boolean active) {
    return new SubordinateRecord(
        new EntityId(id),
        "",
        JwkSet.of(List.of(PublicJwk.of(TownKeys.OTHERS.publicKey()))),
        List.of(type),
        false,
        JsonObject.EMPTY,
        new Standing(active, TownNode.NOW.minus(Duration.ofDays(1))));
  }
}
