package id.simpul.identity.internal.crypto;

import id.simpul.identity.CryptoLibrary;
import id.simpul.identity.SignatureAlgorithm;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Finds the libraries that compute signatures, as far as the program has them. */
public final class Libraries {
  private Libraries() {}

  /**
   * Looks for a library.
   *
   * @param library which
   * @return the library, not tested yet
   * @throws LibraryUnavailableException when it is not there, or says that it cannot work here
   */
  public static LoadedLibrary load(CryptoLibrary library) throws LibraryUnavailableException {
    try {
      return switch (library) {
        case BOUNCY_CASTLE -> bouncyCastle();
        case CORRETTO -> CorrettoLibrary.load();
        case CONSCRYPT -> ConscryptLibrary.load();
      };
    } catch (NoClassDefFoundError e) {
      // What an optional dependency raises that is not there, where it is first needed.
      throw new LibraryUnavailableException("it is not on the class path", e);
    } catch (LinkageError e) {
      throw new LibraryUnavailableException("its native code does not load here", e);
    } catch (RuntimeException e) {
      throw new LibraryUnavailableException("it says that it does not work here", e);
    }
  }

  private static LoadedLibrary bouncyCastle() {
    Map<SignatureAlgorithm, SignatureBackend> backends = new EnumMap<>(SignatureAlgorithm.class);
    for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
      backends.put(algorithm, new BouncyCastle());
    }
    // Its version is said by its JCA provider alone, which takes a second to make.
    return new LoadedLibrary("", backends);
  }

  /**
   * The code of a library for an algorithm, after its self-test.
   *
   * @param library a library that is there
   * @param algorithm what it is to compute
   * @return its code, which answered every question as it should
   * @throws LibraryUnavailableException when it has none, or failed
   */
  public static SignatureBackend tested(LoadedLibrary library, SignatureAlgorithm algorithm)
      throws LibraryUnavailableException {
    SignatureBackend backend = library.backends().get(algorithm);
    if (backend == null) {
      throw new LibraryUnavailableException("it does not have this algorithm", null);
    }
    Optional<String> failure = SelfTest.of(algorithm).firstFailure(backend);
    if (failure.isPresent()) {
      throw new LibraryUnavailableException("it failed its self-test at: " + failure.get(), null);
    }
    return backend;
  }
}
