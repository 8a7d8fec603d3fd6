package id.simpul.identity;

import id.simpul.identity.CryptoReport.Choice;
import id.simpul.identity.CryptoReport.NotChosen;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.internal.crypto.Libraries;
import id.simpul.identity.internal.crypto.LibraryUnavailableException;
import id.simpul.identity.internal.crypto.LoadedLibrary;
import id.simpul.identity.internal.crypto.LocalSigningKey;
import id.simpul.identity.internal.crypto.LocalVerificationKey;
import id.simpul.identity.internal.crypto.SignatureBackend;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which library computes the signatures of each algorithm. Keys are made and read with Bouncy
 * Castle; {@link #bind} puts them into the hands of a faster library, which takes them in once.
 * Whichever it is, lengths and ranges are checked here before it is called, and it has to answer
 * the questions of {@link CryptoSelfTest} before it gets a key. No library is registered with the
 * Java platform, and the order of those that are does not matter.
 *
 * <p>A native library also signs: ES256 and ML-DSA-65 with random numbers of its own, so that its
 * signatures of one message differ. Immutable, thread-safe; made once at start, because looking and
 * testing take a while.
 */
public final class CryptoProviders {
  private final Map<SignatureAlgorithm, SignatureBackend> backends;
  private final Map<SignatureAlgorithm, Choice> choices;

  private CryptoProviders(
      Map<SignatureAlgorithm, SignatureBackend> backends, Map<SignatureAlgorithm, Choice> choices) {
    this.backends = backends;
    this.choices = choices;
  }

  private static CryptoProviders none() {
    return new CryptoProviders(
        new EnumMap<>(SignatureAlgorithm.class), new EnumMap<>(SignatureAlgorithm.class));
  }

  /**
   * Bouncy Castle for everything, which is what keys have that were never bound.
   *
   * @return the choice
   * @throws TrustException {@code KEY_UNUSABLE} when it fails its self-test
   */
  public static CryptoProviders bouncyCastle() {
    CryptoProviders providers = none();
    for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
      providers = providers.with(algorithm, CryptoLibrary.BOUNCY_CASTLE);
    }
    return providers;
  }

  /**
   * For each algorithm the fastest library that is on the class path and passes its self-test:
   * Corretto, then Conscrypt, for Ed25519 and ES256; Conscrypt, then Corretto, for ML-DSA-65; else
   * Bouncy Castle.
   *
   * @return the choice, with its reasons in {@link #report()}
   * @throws TrustException {@code KEY_UNUSABLE} when not even Bouncy Castle passes
   */
  public static CryptoProviders detect() {
    CryptoProviders providers = none();
    for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
      providers = providers.withFirstOf(algorithm, fastestFirst(algorithm));
    }
    return providers;
  }

  private static List<CryptoLibrary> fastestFirst(SignatureAlgorithm algorithm) {
    return switch (algorithm) {
      case ED25519, ES256 ->
          List.of(CryptoLibrary.CORRETTO, CryptoLibrary.CONSCRYPT, CryptoLibrary.BOUNCY_CASTLE);
      case ML_DSA_65 ->
          List.of(CryptoLibrary.CONSCRYPT, CryptoLibrary.CORRETTO, CryptoLibrary.BOUNCY_CASTLE);
    };
  }

  /**
   * The same choice, but for one algorithm.
   *
   * @param algorithm the algorithm
   * @param library what has to compute its signatures
   * @return a copy
   * @throws TrustException {@code KEY_UNUSABLE} when the library is not there, does not work here
   *     or fails its self-test
   */
  public CryptoProviders with(SignatureAlgorithm algorithm, CryptoLibrary library) {
    return withFirstOf(algorithm, List.of(library));
  }

  private CryptoProviders withFirstOf(SignatureAlgorithm algorithm, List<CryptoLibrary> wanted) {
    List<NotChosen> others = new ArrayList<>();
    for (CryptoLibrary library : CryptoLibrary.values()) {
      if (!wanted.contains(library)) {
        others.add(new NotChosen(library, "it was not asked for"));
      }
    }
    for (int i = 0; i < wanted.size(); i++) {
      CryptoLibrary library = wanted.get(i);
      try {
        LoadedLibrary loaded = Libraries.load(library);
        SignatureBackend backend = Libraries.tested(loaded, algorithm);
        for (CryptoLibrary slower : wanted.subList(i + 1, wanted.size())) {
          others.add(new NotChosen(slower, "it comes after " + library));
        }
        return with(backend, new Choice(algorithm, library, loaded.version(), others));
      } catch (LibraryUnavailableException e) {
        others.add(new NotChosen(library, e.why()));
      }
    }
    throw new TrustException(
        Reason.KEY_UNUSABLE, algorithm.joseName(), others.toString(), "crypto library");
  }

  private CryptoProviders with(SignatureBackend backend, Choice choice) {
    var moreBackends = new EnumMap<>(backends);
    var moreChoices = new EnumMap<>(choices);
    moreBackends.put(choice.algorithm(), backend);
    moreChoices.put(choice.algorithm(), choice);
    return new CryptoProviders(moreBackends, moreChoices);
  }

  /**
   * What was chosen, and why nothing else was.
   *
   * @return the report
   */
  public CryptoReport report() {
    return new CryptoReport(List.copyOf(choices.values()));
  }

  /**
   * A private key in the hands of the chosen library, its public half with it.
   *
   * @param key a key
   * @return the same key with the same name; a key that is not held in memory, as it is
   * @throws TrustException {@code KEY_UNUSABLE} when the library does not take it
   */
  public SigningKey bind(SigningKey key) {
    return key instanceof LocalSigningKey local ? local.on(backend(key.algorithm())) : key;
  }

  /**
   * A public key in the hands of the chosen library.
   *
   * @param key a key
   * @return the same key with the same name; a key that is not of this library, as it is
   * @throws TrustException {@code KEY_UNUSABLE} when the library does not take it
   */
  public VerificationKey bind(VerificationKey key) {
    return key instanceof LocalVerificationKey local ? local.on(backend(key.algorithm())) : key;
  }

  private SignatureBackend backend(SignatureAlgorithm algorithm) {
    SignatureBackend backend = backends.get(algorithm);
    if (backend == null) {
      throw new IllegalStateException("Every algorithm has a library");
    }
    return backend;
  }

  @Override
  public String toString() {
    return report().toString();
  }
}
