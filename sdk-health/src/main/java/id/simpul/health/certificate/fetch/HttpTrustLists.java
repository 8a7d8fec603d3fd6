package id.simpul.health.certificate.fetch;

import id.simpul.core.AddressPolicy;
import id.simpul.core.ClientConfig;
import id.simpul.health.certificate.DidProofCheck;
import id.simpul.health.certificate.DidTrustList;
import id.simpul.health.certificate.PlainTrustList;
import id.simpul.health.certificate.RevocationList;
import id.simpul.health.certificate.RevocationListSource;
import id.simpul.health.certificate.TrustList;
import id.simpul.health.certificate.TrustListSource;
import id.simpul.health.internal.fetch.Fetches;
import id.simpul.health.wire.CertificatesV1;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

/**
 * Trust lists and lists of revoked certificates over HTTP, as sources for {@link
 * id.simpul.health.certificate.TrustListHolder#refresh}: that puts a new list in place as a whole,
 * keeps the last good one when a source fails, and uses none that is too old. Thread-safe; close it
 * when done.
 */
public final class HttpTrustLists implements AutoCloseable {
  /** The most documents of one source. */
  public static final int MAX_DOCUMENTS = 256;

  private final Fetches fetches;
  private final InstantSource clock;

  /**
   * Makes a fetcher.
   *
   * @param addresses where it may connect to
   * @param clock says when a list was fetched
   * @throws IllegalArgumentException for a policy that looks at no addresses
   */
  public HttpTrustLists(AddressPolicy addresses, InstantSource clock) {
    this(ClientConfig.builder(ClientConfig.NO_BASE_URL).addressPolicy(addresses).build(), clock);
  }

  /**
   * Makes a fetcher over a configuration, for an observer or for certificates of one's own. Its
   * base URL, retries, timeouts and limits are not used.
   *
   * @param config the configuration, with a policy that restricts addresses
   * @param clock says when a list was fetched
   * @throws IllegalArgumentException when its policy looks at no addresses
   */
  public HttpTrustLists(ClientConfig config, InstantSource clock) {
    this.clock = Objects.requireNonNull(clock, "clock");
    fetches = new Fetches(config);
  }

  /**
   * A list of certificates, see {@link PlainTrustList}. Nothing signed says how old it is, so its
   * age is that of its fetching.
   *
   * @param address where it is
   * @return a source that fetches it each time
   */
  public TrustListSource plain(URI address) {
    Objects.requireNonNull(address, "address");
    return () -> {
      Instant asked = clock.instant();
      byte[] list = fetches.get(CertificatesV1.GET_TRUST_LIST, address, PlainTrustList.MAX_BYTES);
      return PlainTrustList.read(list, asked).list();
    };
  }

  /**
   * The certificates that one publisher took back, see {@link RevocationList}. Nothing signed says
   * how old the list is, so its age is that of its fetching.
   *
   * @param address where it is
   * @return a source that fetches it each time
   */
  public RevocationListSource revocations(URI address) {
    Objects.requireNonNull(address, "address");
    return () -> {
      Instant asked = clock.instant();
      byte[] list =
          fetches.get(CertificatesV1.GET_REVOKED_CERTIFICATES, address, RevocationList.MAX_BYTES);
      return RevocationList.read(list, asked);
    };
  }

  /**
   * Documents of the WHO's network, see {@link DidTrustList}, as one list. All of them are had, or
   * none is used. References in them are not followed: they lead wherever their writer wants.
   *
   * @param addresses where they are, see {@link #whoDocument}
   * @param domain which certificates the keys are for, for example {@code DCC}
   * @param proof says whether a document is its publisher's
   * @return a source that fetches them each time; its list is as old as the oldest document
   * @throws IllegalArgumentException for no address, or more than {@link #MAX_DOCUMENTS}
   */
  public TrustListSource documents(List<URI> addresses, String domain, DidProofCheck proof) {
    if (addresses.isEmpty() || addresses.size() > MAX_DOCUMENTS) {
      throw new IllegalArgumentException("From 1 to " + MAX_DOCUMENTS + " documents");
    }
    List<URI> copy = List.copyOf(addresses);
    Objects.requireNonNull(domain, "domain");
    Objects.requireNonNull(proof, "proof");
    return () -> {
      TrustList.Builder all = TrustList.asOf(clock.instant());
      copy.forEach(address -> all.addAll(document(address, domain, proof).list()));
      return all.build();
    };
  }

  private DidTrustList document(URI address, String domain, DidProofCheck proof) {
    Instant asked = clock.instant();
    byte[] json = fetches.get(CertificatesV1.GET_DID_DOCUMENT, address, DidTrustList.MAX_BYTES);
    return DidTrustList.read(json, domain, proof, asked);
  }

  /**
   * Where the WHO publishes the signers of a participant with their keys in the document.
   *
   * @param domain a trust domain, for example {@code DCC}, or {@code -} for each
   * @param participant a country in three letters (ISO 3166-1 alpha-3), or {@code -} for each
   * @return an address at {@code tng-cdn.who.int}
   * @throws IllegalArgumentException when one of them is something else
   */
  public static URI whoDocument(String domain, String participant) {
    if (!domain.matches("[A-Z0-9-]{1,32}") || !participant.matches("[A-Z]{3}|-")) {
      throw new IllegalArgumentException("A domain, and a country in three letters");
    }
    return URI.create(
        "https://tng-cdn.who.int/v2/trustlist/" + domain + "/" + participant + "/DSC/did.json");
  }

  /** Ends it: fetches that still run fail. */
  @Override
  public void close() {
    fetches.close();
  }
}
