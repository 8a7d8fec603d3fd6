package id.simpul.examples.twocities;

import id.simpul.core.spi.ExchangeAuthenticator;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** Signs as its delegate does, and keeps a copy of the last submission. Thread-safe. */
final class Wiretap implements ExchangeAuthenticator {
  private final ExchangeAuthenticator delegate;
  private final AtomicReference<SignedPost> last = new AtomicReference<>();

  Wiretap(ExchangeAuthenticator delegate) {
    this.delegate = Objects.requireNonNull(delegate, "delegate");
  }

  @Override
  public Attempt sign(Request request) {
    Attempt attempt = delegate.sign(request);
    if (request.method().equals("POST")) {
      last.set(SignedPost.of(request, attempt.headers()));
    }
    return attempt;
  }

  SignedPost captured() {
    SignedPost post = last.get();
    if (post == null) {
      throw new StoryException("Wiretap", "has heard no submission", "forged requests");
    }
    return post;
  }
}
