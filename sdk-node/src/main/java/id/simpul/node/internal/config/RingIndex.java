package id.simpul.node.internal.config;

import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonValue;
import id.simpul.identity.TrustException;
import id.simpul.identity.jose.PublicJwk;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which key of a ring is at which stage. No private key is in it. Immutable. */
record RingIndex(
    Signing signing,
    @Nullable Signing next,
    @Nullable Previous previous,
    List<RetiredKey> retired,
    Instant since) {
  private static final String SIGNING = "signing";
  private static final String NEXT = "next";
  private static final String PREVIOUS = "previous";
  private static final String RETIRED = "retired";
  private static final String SINCE = "since";
  private static final String FILE = "file";
  private static final String JWK = "jwk";
  private static final String UNTIL = "until";

  /** A key whose private half is here, in a file beside the index. */
  record Signing(String file) {}

  /** A key that signs no more, and the file it was in. */
  record Previous(String file, PublicJwk key) {}

  RingIndex {
    retired = List.copyOf(retired);
  }

  static RingIndex of(String file, Instant since) {
    return new RingIndex(new Signing(file), null, null, List.of(), since);
  }

  RingIndex withNext(String file, Instant now) {
    return new RingIndex(signing, new Signing(file), previous, retired, now);
  }

  RingIndex switched(PublicJwk old, Instant now) {
    Signing successor = next == null ? signing : next;
    return new RingIndex(successor, null, new Previous(signing.file(), old), retired, now);
  }

  RingIndex removed(Instant until, Instant now) {
    List<RetiredKey> more = new ArrayList<>(retired);
    if (previous != null) {
      more.add(new RetiredKey(previous.key(), until));
    }
    return new RingIndex(signing, next, null, more, now);
  }

  RingIndex ending(Instant now) {
    List<RetiredKey> ended =
        retired.stream()
            .map(old -> old.until().isAfter(now) ? new RetiredKey(old.key(), now) : old)
            .toList();
    return new RingIndex(signing, next, previous, ended, now);
  }

  static RingIndex read(Path file) {
    JsonObject index = ConfigFiles.object(file);
    ConfigFiles.known(file, index, "/", Set.of(SIGNING, NEXT, PREVIOUS, RETIRED, SINCE));
    try {
      List<RetiredKey> retired = new ArrayList<>();
      if (index.get(RETIRED).orElse(JsonArray.EMPTY) instanceof JsonArray array) {
        for (JsonValue item : array.items()) {
          JsonObject old = object(item);
          retired.add(new RetiredKey(jwk(old), Instant.parse(ConfigFiles.text(old, UNTIL))));
        }
      }
      return new RingIndex(
          new Signing(fileName(object(index.get(SIGNING).orElse(null)))),
          index.get(NEXT).map(n -> new Signing(fileName(object(n)))).orElse(null),
          index.get(PREVIOUS).map(RingIndex::previous).orElse(null),
          retired,
          Instant.parse(ConfigFiles.text(index, SINCE)));
    } catch (IllegalArgumentException | DateTimeException | TrustException e) {
      throw ConfigFiles.broken(file, "/", "is no index of keys; restore it from your backup");
    }
  }

  private static Previous previous(JsonValue value) {
    JsonObject previous = object(value);
    return new Previous(fileName(previous), jwk(previous));
  }

  private static JsonObject object(@Nullable JsonValue value) {
    if (value instanceof JsonObject object) {
      return object;
    }
    throw new IllegalArgumentException("An object is expected");
  }

  private static PublicJwk jwk(JsonObject holder) {
    return PublicJwk.of(object(holder.get(JWK).orElse(null)));
  }

  // Deleting is done by this name, so it must not lead elsewhere.
  private static String fileName(JsonObject holder) {
    String name = ConfigFiles.text(holder, FILE);
    if (name.isEmpty() || !name.equals(String.valueOf(Path.of(name).getFileName()))) {
      throw new IllegalArgumentException("A file name is expected");
    }
    return name;
  }

  void write(Path file) {
    JsonObject.Builder json = JsonObject.builder().put(SIGNING, named(signing.file()));
    if (next != null) {
      json.put(NEXT, named(next.file()));
    }
    if (previous != null) {
      json.put(
          PREVIOUS,
          JsonObject.builder()
              .put(FILE, previous.file())
              .put(JWK, previous.key().toJson())
              .build());
    }
    json.put(RETIRED, new JsonArray(retired.stream().map(RingIndex::retiredJson).toList()));
    json.put(SINCE, since.toString());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      Json.writeIndented(json.build(), out);
      OwnerOnly.replace(file, out.toByteArray());
    } catch (IOException e) {
      throw ConfigFiles.broken(file, "file", "cannot be written");
    }
  }

  private static JsonObject named(String file) {
    return JsonObject.builder().put(FILE, file).build();
  }

  private static JsonValue retiredJson(RetiredKey old) {
    return JsonObject.builder()
        .put(JWK, old.key().toJson())
        .put(UNTIL, old.until().toString())
        .build();
  }
}
