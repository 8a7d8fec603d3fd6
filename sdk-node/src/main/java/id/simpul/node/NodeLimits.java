package id.simpul.node;

import java.time.Duration;

/**
 * What a node takes before it refuses. Constants, so that two nodes never differ in what they
 * accept; each is tested at the limit and one past it.
 */
public final class NodeLimits {
  /** Bytes of a request body; one more is answered with 413. */
  public static final int MAX_BODY_BYTES = 1024 * 1024;

  /** Bytes of all header fields together; more is answered with 431. */
  public static final int MAX_HEADER_BYTES = 16 * 1024;

  /** Characters of the request target (path and query); one more is answered with 414. */
  public static final int MAX_URL_LENGTH = 8 * 1024;

  /** Fields of a form or query string; one more is answered with 400. */
  public static final int MAX_FIELDS = 256;

  /** Nesting of a JSON body; one deeper is answered with 400. */
  public static final int MAX_JSON_DEPTH = 16;

  /** Bytes of all bodies held at one time, 64 MiB; more is answered with 503. */
  public static final long MAX_BODY_BYTES_IN_FLIGHT = 64L * 1024 * 1024;

  /** How long a body may take to arrive; a slower one is answered with 408. */
  public static final Duration BODY_TIMEOUT = Duration.ofSeconds(30);

  /** Requests worked on at one time; one more is answered with 503 and {@code Retry-After}. */
  public static final int MAX_REQUESTS_IN_FLIGHT = 1024;

  /** Threads that verify and make signatures; most of their time they wait for a nonce on disk. */
  public static final int SIGNATURE_THREADS = 8;

  /** Signed requests that wait for such a thread; one more is answered with 503. */
  public static final int MAX_SIGNATURES_WAITING = 256;

  /** Signed requests of one claimed signer at one time; one more is answered with 503. */
  public static final int MAX_SIGNATURES_PER_SIGNER = 64;

  /** Threads for signers not known yet, whose chain of trust may have to be fetched. */
  public static final int STRANGER_THREADS = 4;

  /** Requests of such signers that wait for a thread; one more is answered with 503. */
  public static final int MAX_STRANGERS_WAITING = 32;

  /** How long a connection may be silent. */
  public static final Duration IDLE_TIMEOUT = Duration.ofSeconds(60);

  /** How long the rest of a refused body is thrown away before its connection is closed. */
  public static final Duration HANG_UP_AFTER = Duration.ofSeconds(2);

  /** How long a submission's idempotency key is remembered. */
  public static final Duration IDEMPOTENCY_RETENTION = Duration.ofDays(30);

  /** How long a stopping node waits for requests in flight. */
  public static final Duration DRAIN_TIMEOUT = Duration.ofSeconds(20);

  private NodeLimits() {}
}
