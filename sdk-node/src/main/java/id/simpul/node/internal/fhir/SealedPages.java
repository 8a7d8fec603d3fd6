package id.simpul.node.internal.fhir;

import id.simpul.core.format.FormatException;
import id.simpul.core.operation.Params;
import id.simpul.core.operation.Violation;
import id.simpul.health.wire.ResourceSearch;
import id.simpul.node.internal.http.FormDecoder;
import id.simpul.node.internal.http.Refusal;
import id.simpul.node.internal.security.KeyedDigest;
import id.simpul.node.internal.store.StoreException;
import id.simpul.node.internal.store.StreamId;
import id.simpul.node.internal.store.vault.IdentityKey;
import id.simpul.node.internal.store.vault.IdentityVault;
import id.simpul.node.internal.store.vault.SealedIdentity;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Pages of a search that came in a form. Links are followed with GET, and URLs end up in logs, so
 * the link to another page names what is searched for only in a token that is encrypted under the
 * node's own secret. Nothing is kept of it: every process of the node reads it, and it stays good
 * until that secret is replaced. It opens nothing by itself; who follows the link needs a key for
 * health records as before. Thread-safe.
 */
final class SealedPages {
  /** The most bytes of a search by form, encoded: its links must be no longer than a URL may be. */
  static final int MAX_BYTES = 4096;

  private static final String PURPOSE = "id.simpul.fhir-page.v1";
  // No id begins with it.
  private static final String MARK = "_";
  private static final Set<String> BESIDE = Set.of("_format", "_pretty");

  private final Place place;
  private final IdentityVault vault;

  SealedPages(byte[] secret, Place place) {
    byte[] key = new KeyedDigest(secret, PURPOSE).of("key").bytes();
    this.vault = IdentityVault.of(IdentityKey.of(PURPOSE, key), List.of());
    this.place = place;
  }

  /** Where the pages stand. */
  PageLinks links() {
    return this::at;
  }

  private String at(String kind, Params applied, @Nullable String after) {
    if (PageLinks.encoded(applied).length() > MAX_BYTES) {
      throw Refusal.of(
          413, Violation.LENGTH, "", "a search has at most " + MAX_BYTES + " bytes of parameters");
    }
    byte[] plain =
        PageLinks.encoded(PageLinks.page(applied, after)).getBytes(StandardCharsets.US_ASCII);
    byte[] sealed = vault.seal(row(kind), plain).bytes();
    String token = MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    return PageLinks.url(place.of(kind), Params.EMPTY.with(PageReader.PAGE, token));
  }

  // A token of another kind of resource does not open.
  private static StreamId row(String kind) {
    return new StreamId(kind);
  }

  /**
   * What the token of a page says.
   *
   * @param asked a search, by which the page is asked for
   * @return the search in the clear; empty when it has no such token
   */
  Optional<ResourceSearch> opened(ResourceSearch asked) {
    Optional<String> token =
        asked.params().first(PageReader.PAGE).filter(value -> value.startsWith(MARK));
    if (token.isEmpty()) {
      return Optional.empty();
    }
    long others =
        asked.params().entries().stream().filter(p -> !BESIDE.contains(p.name())).count() - 1;
    if (others > 0) {
      throw Refusal.of(
          400, Violation.CONFLICT, PageReader.PAGE, "names the whole search; nothing goes with it");
    }
    return Optional.of(new ResourceSearch(asked.resourceType(), params(asked, token.get())));
  }

  private Params params(ResourceSearch asked, String token) {
    try {
      byte[] sealed = Base64.getUrlDecoder().decode(token.substring(MARK.length()));
      byte[] plain = vault.open(row(asked.resourceType()), new SealedIdentity(PURPOSE, sealed));
      return FormDecoder.decode(new String(plain, StandardCharsets.US_ASCII));
    } catch (IllegalArgumentException | StoreException | FormatException e) {
      // Told to its sender: it was changed, or made elsewhere or for another kind.
      throw SearchReader.unknownPage();
    }
  }
}
