package id.simpul.identity.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Expects a refusal, and hands it on to be looked at. */
final class Refusals {
  private Refusals() {}

  static TrustException refused(Reason reason, ThrowingCallable call) {
    Throwable thrown = catchThrowable(call);
    assertThat(thrown).isExactlyInstanceOf(TrustException.class);
    assertThat(((TrustException) thrown).reason()).as(thrown.getMessage()).isEqualTo(reason);
    return (TrustException) thrown;
  }
}
