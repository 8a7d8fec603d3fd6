package id.simpul.node.internal.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything an operator can set. One name serves file, environment and command line. */
public enum Setting {
  /** Required. */
  BASE_URL("base-url", null, "public URL of this node, as citizens' apps and peers call it"),
  /** May be empty. */
  ALIASES("aliases", "", "other base URLs a gateway offers this node under, comma-separated"),
  /** Defaults to loopback, because nginx stands in front. */
  LISTEN_HOST("listen-host", "127.0.0.1", "address to listen on"),
  /** Any free one is chosen for 0. */
  LISTEN_PORT("listen-port", "8311", "port to listen on, 0 for any free one"),
  /** Required. */
  DATA_DIRECTORY(
      "data-directory", null, "folder for the database and the keys; keep it, back it up"),
  /** Required. */
  REGION("region", null, "Kemendagri code of the region, for example 15.71 for Kota Jambi"),
  /** Shown in discovery. */
  CONTACT("contact", "", "how a developer reaches the operator, shown in discovery"),
  /** WIB unless said. */
  TIME_ZONE("time-zone", "Asia/Jakarta", "zone of the times this node writes"),
  /** Required, but for an authority that takes no reports. */
  SERVICES_FILE("services-file", "", "JSON file with the services citizens can report"),
  /** In the data directory unless said. */
  API_KEYS_FILE(
      "api-keys-file", "", "JSON file with API keys; api-keys.json in the data directory"),
  /** No peers unless said. */
  PEERS_FILE("peers-file", "", "JSON file with the entities whose signatures are trusted"),
  /** No anchors unless said. */
  TRUST_ANCHORS_FILE(
      "trust-anchors-file", "", "JSON file with the entities at which chains of trust may end"),
  /** None unless said. */
  PRIVATE_NETWORKS(
      "private-networks",
      "",
      "blocks of private addresses that statements may be fetched from, comma-separated"),
  /** In the data directory unless said. */
  SIGNING_KEY_FILE(
      "signing-key-file",
      "",
      "PEM file with the signing key; signing-key.pem in the data directory"),
  /** Nobody unless said. */
  SUPERIORS("superiors", "", "entities directly above this node, comma-separated"),
  /** No unless said. */
  AUTHORITY("authority", "false", "true when this node speaks for entities below it"),
  /** A week, signed anew every day. */
  STATEMENT_DAYS("statement-days", "7", "days this node's statements hold, 2 to 14"),
  /** Off unless said. */
  ISSUE_RESIDENT_CREDENTIALS(
      "issue-resident-credentials",
      "false",
      "true lets registrars issue residents' credentials at this node"),
  /** Nobody's unless said. */
  RESIDENT_CREDENTIAL_ISSUERS(
      "resident-credential-issuers",
      "",
      "entities whose residents' credentials are taken here, comma-separated; for one that is"
          + " pinned as ENTITY=REGION"),
  /** Off unless said. */
  HEALTH("health", "false", "true serves health records to holders of a key for health"),
  /** Ten minutes unless said. */
  BOOKING_HOLD_MINUTES(
      "booking-hold-minutes", "10", "minutes a place at a vaccination is held, 1 to 60"),
  /** Five hundred unless said. */
  BOOKING_HOLDS_PER_CALLER(
      "booking-holds-per-caller", "500", "places an application may hold at once, 1 to 100000"),
  /** Three months unless said. */
  BOOKING_RETENTION_DAYS(
      "booking-retention-days",
      "90",
      "days after its slot for which a registration is kept, 1 to 3650"),
  /** Nobody unless said. */
  HEALTH_CERTIFICATES_ISSUER(
      "health-certificates-issuer",
      "",
      "the office that issues health certificates here, as they say it; none are issued without"),
  /** Open unless said. */
  READING("reading", "open", "who may read: open, or key for holders of an API key and peers"),
  /** Bounded waiting. */
  QUEUE_COMMANDS("queue-commands", "10000", "submissions that may wait to be written"),
  /** Bounded waiting. */
  QUEUE_BYTES("queue-bytes", "67108864", "bytes of submissions that may wait to be written"),
  /** Group commit. */
  COMMIT_BATCH("commit-batch", "256", "submissions written with one commit at most"),
  /** One suffices for tens of thousands of requests a second. */
  EVENT_LOOPS("event-loops", "1", "threads that talk to sockets"),
  /** Off, loudly. */
  ALLOW_INSECURE_LOOPBACK_FOR_DEVELOPMENT(
      "allow-insecure-loopback-for-development",
      "false",
      "true lets base-url and peers be plain http on this machine; never in production");

  private final String key;
  private final @Nullable String fallback;
  private final String description;

  Setting(String key, @Nullable String fallback, String description) {
    this.key = key;
    this.fallback = fallback;
    this.description = description;
  }

  /**
   * The name in the file; with two hyphens before it the flag.
   *
   * @return lower case with hyphens
   */
  public String key() {
    return key;
  }

  /**
   * The name in the environment.
   *
   * @return {@code SIMPUL_} and the key in capitals with underscores
   */
  public String variable() {
    return "SIMPUL_" + key.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /**
   * What it is when nobody says.
   *
   * @return the default, or empty when somebody must say
   */
  public Optional<String> fallback() {
    return Optional.ofNullable(fallback);
  }

  /**
   * What it means.
   *
   * @return a phrase for the help
   */
  public String description() {
    return description;
  }

  /**
   * The setting of a key.
   *
   * @param key the name in the file
   * @return the setting, or empty when there is none
   */
  public static Optional<Setting> ofKey(String key) {
    return Arrays.stream(values()).filter(s -> s.key.equals(key)).findFirst();
  }

  /**
   * The setting of an environment variable.
   *
   * @param variable the variable's name
   * @return the setting, or empty when there is none
   */
  public static Optional<Setting> ofVariable(String variable) {
    return Arrays.stream(values()).filter(s -> s.variable().equals(variable)).findFirst();
  }
}
