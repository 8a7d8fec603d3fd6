package id.simpul.benchmarks.client;

import id.simpul.core.ClientConfig;
import id.simpul.core.ContractChecks;
import id.simpul.core.spi.ExchangeAuthenticator;
import id.simpul.identity.jose.PublicJwk;
import java.net.URI;
import java.util.List;

/** Everybody who makes one exchange, and the pieces it is made of. */
final class Variants {
  /** The variant all others are compared with. */
  static final String OKHTTP = "okhttp";

  /** OkHttp without the timeouts of each read and write, which our client does not use either. */
  static final String NO_TIMEOUTS = "okhttp-no-timeouts";

  /** The variant with a target. */
  static final String TYPED = "typed";

  /** Every document checked against its schema. */
  static final String CHECKED = "typed-checked";

  /** Checked, and signed both ways. */
  static final String SIGNED = "typed-checked-signed";

  /** Values to parts, bytes to values: no socket and no pipeline. */
  static final String CODEC = "(codec)";

  /** The bare schema checks. */
  static final String BARE_CHECK = "(bare-check)";

  /** The bare digests and signatures. */
  static final String BARE_SIGNATURE = "(bare-signature)";

  /** All of them, in the order of their turns. */
  static final List<String> ALL =
      List.of(OKHTTP, TYPED, CHECKED, SIGNED, NO_TIMEOUTS, CODEC, BARE_CHECK, BARE_SIGNATURE);

  private final String base;
  private final PublicJwk server;

  Variants(String base, PublicJwk server) {
    this.base = base;
    this.server = server;
  }

  /**
   * Somebody who makes one kind of exchange, or does a piece of it.
   *
   * @param variant one of {@link #ALL}
   * @param kind the exchange
   */
  Caller of(String variant, Kind kind) {
    return switch (variant) {
      case OKHTTP -> BareCalls.usual(base).of(kind);
      case NO_TIMEOUTS -> BareCalls.withoutTimeouts(base).of(kind);
      case TYPED -> typed(client(ContractChecks.OFF), kind);
      case CHECKED -> typed(client(ContractChecks.ALL), kind);
      case SIGNED -> typed(client(ContractChecks.ALL).authenticator(signing()), kind);
      case CODEC -> new CodecCalls().of(kind);
      case BARE_CHECK -> new Primitives().check(kind);
      case BARE_SIGNATURE -> new Primitives().signatures(kind);
      default -> throw new IllegalArgumentException("There is no variant " + variant);
    };
  }

  private ExchangeAuthenticator signing() {
    return SignedClients.authenticator(base, server);
  }

  private ClientConfig.Builder client(ContractChecks checks) {
    return ClientConfig.builder(URI.create(base)).contractChecks(checks);
  }

  private static Caller typed(ClientConfig.Builder config, Kind kind) {
    return new TypedCalls(config.build()).of(kind);
  }
}
