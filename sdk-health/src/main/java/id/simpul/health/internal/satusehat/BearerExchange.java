package id.simpul.health.internal.satusehat;

import id.simpul.core.operation.Headers;
import id.simpul.core.spi.ExchangeAuthenticator;
import id.simpul.core.value.Secret;
import id.simpul.health.SatuSehatAnswerException;
import id.simpul.health.SatuSehatEnvironment;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Puts the token on every attempt whose target may see it, and on no other: the last look before
 * bytes leave, whatever made the URL. Takes note of a token that is not accepted.
 */
public final class BearerExchange implements ExchangeAuthenticator {
  private static final int UNAUTHORIZED = 401;

  private final SatuSehatEnvironment environment;
  private final AccessTokens tokens;
  private final Supplier<Secret> current;

  /**
   * Makes the authenticator.
   *
   * @param environment where tokens may go
   * @param tokens the tokens
   * @param current gives a token that can be used now
   */
  public BearerExchange(
      SatuSehatEnvironment environment, AccessTokens tokens, Supplier<Secret> current) {
    this.environment = Objects.requireNonNull(environment, "environment");
    this.tokens = Objects.requireNonNull(tokens, "tokens");
    this.current = Objects.requireNonNull(current, "current");
  }

  @Override
  public Attempt sign(Request request) {
    if (!environment.mayCarryToken(request.target())) {
      throw new SatuSehatAnswerException(
          SatuSehatAnswerException.Reason.HOST_NOT_ALLOWED,
          "this client",
          "was told to send its token to an origin that is not listed; nothing was sent",
          String.valueOf(request.target().getHost()),
          null);
    }
    Secret token = current.get();
    return new Attempt() {
      @Override
      public Headers headers() {
        return Headers.EMPTY.with("Authorization", "Bearer " + token.reveal());
      }

      @Override
      public void verify(Response response) {
        if (response.status() == UNAUTHORIZED) {
          tokens.rejected(token);
        }
      }
    };
  }
}
