package id.simpul.identity.presentation;

import id.simpul.core.value.Secret;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.credential.ClaimPath;
import id.simpul.identity.credential.HolderBoundVerifier;
import id.simpul.identity.credential.KeyBindingChallenge;
import id.simpul.identity.credential.SdJwtVcVerifier;
import id.simpul.identity.credential.VerifiedCredential;
import id.simpul.identity.credential.VerifiedPresentation;
import id.simpul.identity.internal.issuance.Codes;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The verifier's side: asks, and checks what comes back. Asks the trust resolver and the status
 * checker, so call {@link #receive} off the event loop. Thread-safe.
 */
public final class PresentationDesk {
  /** The longest life of a request, and the default. */
  public static final Duration MAX_LIFETIME = Duration.ofMinutes(10);

  private static final String WHO = "presentation";
  private static final byte[] NOTHING = {};

  private final URI responseUri;
  private final String clientId;
  private final HolderBoundVerifier verifier;
  private final PresentationRequestStore store;
  private final SecureRandom random;
  private final InstantSource clock;

  private PresentationDesk(Builder b, SdJwtVcVerifier verifier) {
    this.responseUri = b.responseUri;
    this.clientId = PresentationRequest.clientId(responseUri);
    this.verifier = verifier.requiringKeyBinding(clientId, PresentationDesk::countedByItsRequest);
    this.store = b.store;
    this.random = b.random;
    this.clock = b.clock;
  }

  /**
   * Starts a desk.
   *
   * @param responseUri where answers come in
   * @param store keeps what was asked
   * @param clock says what time it is
   * @return a builder with the defaults
   */
  public static Builder builder(
      URI responseUri, PresentationRequestStore store, InstantSource clock) {
    return new Builder(responseUri, store, clock);
  }

  // Each request draws a nonce of its own and is closed once, so its nonce counts once with it; a
  // second memory could be lost apart from the first, and a refused answer would have used it up.
  private static boolean countedByItsRequest(String keyId, String nonce, Instant keepUntil) {
    return true;
  }

  /**
   * Makes a request for one wallet, with a nonce of its own.
   *
   * @param query what is to be shown
   * @param lifetime a second to {@link #MAX_LIFETIME}
   * @return the request
   * @throws TrustException {@code BUDGET_EXCEEDED} when there is no room for it
   */
  public PresentationRequest ask(CredentialQuery query, Duration lifetime) {
    if (lifetime.toSeconds() < 1 || lifetime.compareTo(MAX_LIFETIME) > 0) {
      throw new IllegalArgumentException("A request is good for a second to " + MAX_LIFETIME);
    }
    KeyBindingChallenge challenge = KeyBindingChallenge.fresh(clientId, random);
    Secret state = Secret.of(Codes.fresh(random));
    store.add(
        new OpenRequest(
            reference(state), challenge.nonce(), query, clock.instant().plus(lifetime)));
    return new PresentationRequest(responseUri, challenge, state, query);
  }

  /**
   * The verifier's own name for a request, from which nobody finds its state.
   *
   * @param state of a request
   * @return 43 characters
   */
  public static String reference(Secret state) {
    return Codes.digest(state.reveal());
  }

  /**
   * Checks an answer, once: the second time it is a replay. An answer that is refused closes
   * nothing; the wallet may answer again. Keeps nothing of what was shown.
   *
   * @param response what a wallet sent
   * @return the verified presentation, or empty when the holder declined
   * @throws TrustException for the first check that fails: {@code REPLAYED} when nothing is open
   *     under its state; {@code MALFORMED} when it does not answer what was asked, {@code
   *     NOT_ALLOWED} for another type or a claim nobody asked for, {@code NOT_COVERED} for a claim
   *     that is missing; otherwise as {@link HolderBoundVerifier#verify}
   */
  public Optional<VerifiedPresentation> receive(PresentationResponse response) {
    return receive(response, (query, shown) -> NOTHING);
  }

  /**
   * Checks an answer as {@link #receive(PresentationResponse)} does, and keeps what came of it in
   * the step that closes its request: what a wallet was told is verified can be read, whatever
   * happens next.
   *
   * @param response what a wallet sent
   * @param toKeep what the store keeps of a presentation that answers a query; nothing is kept when
   *     the holder declined
   * @return the verified presentation, or empty when the holder declined
   * @throws TrustException as {@link #receive(PresentationResponse)}
   */
  public Optional<VerifiedPresentation> receive(
      PresentationResponse response,
      BiFunction<CredentialQuery, VerifiedPresentation, byte[]> toKeep) {
    String state = reference(response.state());
    OpenRequest request = store.find(state, clock.instant()).orElseThrow(PresentationDesk::notOpen);
    if (response.refusal().isPresent()) {
      close(state, NOTHING);
      return Optional.empty();
    }
    VerifiedPresentation presentation =
        verifier.verify(only(response, request.query().id()), request.nonce());
    check(presentation.credential(), request.query());
    close(state, toKeep.apply(request.query(), presentation));
    return Optional.of(presentation);
  }

  private static String only(PresentationResponse response, String id) {
    List<String> presented = response.presentations().get(id);
    if (presented == null) {
      throw refused(Reason.MALFORMED, "has no answer to what was asked", "vp_token " + id);
    }
    if (response.presentations().size() > 1) {
      throw refused(Reason.MALFORMED, "has more than was asked for", "vp_token");
    }
    if (presented.size() != 1) {
      throw refused(Reason.MALFORMED, "holds exactly one presentation", "vp_token " + id);
    }
    return presented.get(0);
  }

  private static void check(VerifiedCredential credential, CredentialQuery query) {
    if (!query.types().contains(credential.type())) {
      throw refused(Reason.NOT_ALLOWED, "is not a type that was asked for", "vct");
    }
    for (ClaimPath asked : query.claims()) {
      if (credential.claim(asked).isEmpty()) {
        throw refused(Reason.NOT_COVERED, "was asked for and is missing", asked.toString());
      }
    }
    for (ClaimPath shown : credential.disclosed()) {
      if (query.claims().stream().noneMatch(asked -> onOneLine(asked, shown))) {
        throw refused(Reason.NOT_ALLOWED, "was not asked for", shown.toString());
      }
    }
  }

  // What stands around an asked claim has to be shown with it, and what stands in it belongs to it.
  private static boolean onOneLine(ClaimPath asked, ClaimPath shown) {
    int common = Math.min(asked.steps().size(), shown.steps().size());
    return asked.steps().subList(0, common).equals(shown.steps().subList(0, common));
  }

  private void close(String state, byte[] kept) {
    if (!store.close(state, kept, clock.instant())) {
      throw notOpen();
    }
  }

  private static TrustException notOpen() {
    return refused(Reason.REPLAYED, "is answered already, too old or not ours", "state");
  }

  private static TrustException refused(Reason reason, String what, String where) {
    return new TrustException(reason, WHO, what, where);
  }

  @Override
  public String toString() {
    return "presentation desk at " + responseUri;
  }

  /** Collects what differs from the defaults. Not thread-safe. */
  public static final class Builder {
    private final URI responseUri;
    private final PresentationRequestStore store;
    private final InstantSource clock;
    private SecureRandom random = new SecureRandom();

    private Builder(URI responseUri, PresentationRequestStore store, InstantSource clock) {
      this.responseUri = Objects.requireNonNull(responseUri, "responseUri");
      this.store = Objects.requireNonNull(store, "store");
      this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * Sets where nonces come from.
     *
     * @param source a strong source; default: {@code new SecureRandom()}
     * @return this
     */
    public Builder random(SecureRandom source) {
      random = Objects.requireNonNull(source, "source");
      return this;
    }

    /**
     * Makes the desk.
     *
     * @param verifier what is taken, and from whom
     * @return the desk
     */
    public PresentationDesk build(SdJwtVcVerifier verifier) {
      return new PresentationDesk(this, verifier);
    }
  }
}
