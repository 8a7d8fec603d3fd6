package id.simpul.node.internal.http;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Names exchanges: a random part for each start of the node, then a count. Unique, short, and
 * telling nothing but the order. Thread-safe.
 */
final class RequestIds {
  private final String run;
  private final AtomicLong count = new AtomicLong();

  RequestIds(SecureRandom random) {
    byte[] bytes = new byte[6];
    random.nextBytes(bytes);
    this.run = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  String next() {
    return run + "-" + Long.toString(count.incrementAndGet(), Character.MAX_RADIX);
  }
}
