package id.simpul.fuzz.identity;

import static id.simpul.fuzz.Invariant.require;

import id.simpul.fuzz.FuzzTarget;
import id.simpul.fuzz.Input;
import id.simpul.identity.EntityId;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.federation.ChainResolver;
import id.simpul.identity.federation.EntityStatement;
import id.simpul.identity.federation.FetchLimits;
import id.simpul.identity.federation.ResolvedEntity;
import id.simpul.identity.federation.StatementFetcher;
import id.simpul.identity.federation.TrustAnchor;
import id.simpul.identity.federation.TrustMarkVerifier;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A chain of statements, the claims of one a line, all truly signed. A line that begins with {@code
 * mark} or {@code delegation} holds the claims of such a token instead; {@code #0} on the lines
 * after it stands for the first of these, and so on.
 */
public final class TrustChainTarget implements FuzzTarget {
  private static final int MAX_LINES = 8;
  private static final EntityId ANCHOR = new EntityId(Verifiers.ISSUER);

  private final ChainResolver resolver =
      ChainResolver.builder(List.of(new TrustAnchor(ANCHOR, WellKnownKey.set())), new Nobody())
          .clock(InstantSource.fixed(Verifiers.NOW))
          .trustMarks(
              new TrustMarkVerifier(InstantSource.fixed(Verifiers.NOW)),
              Set.of("https://x.example/m"))
          .build();

  /** Makes the target. */
  public TrustChainTarget() {}

  @Override
  public void run(byte[] input) {
    List<String> tokens = new ArrayList<>();
    List<String> chain = new ArrayList<>();
    for (String line : Input.utf8(input).split("\n", MAX_LINES)) {
      String text = line;
      for (int i = 0; i < tokens.size(); i++) {
        text = text.replace("#" + i, tokens.get(i));
      }
      if (text.startsWith("mark")) {
        tokens.add(sign("trust-mark+jwt", text.substring("mark".length())));
      } else if (text.startsWith("delegation")) {
        tokens.add(sign("trust-mark-delegation+jwt", text.substring("delegation".length())));
      } else {
        chain.add(sign(EntityStatement.TYPE, text));
      }
    }
    Verifiers.attempt(() -> resolver.validate(chain)).ifPresent(TrustChainTarget::check);
  }

  private static String sign(String typ, String claims) {
    return WellKnownKey.sign(typ, claims.getBytes(StandardCharsets.UTF_8));
  }

  private static void check(ResolvedEntity entity) {
    require(entity.expiresAt().isAfter(Verifiers.NOW), "has expired");
    require(entity.chain().orElseThrow().anchor().equals(ANCHOR), "ends at another anchor");
    entity
        .trustMarks()
        .forEach(mark -> {
          require(mark.subject().equals(entity.id()), "a mark of another");
          require(mark.expiresAt().isAfter(Verifiers.NOW), "a mark that has expired");
        });
  }

  /** A chain that is given asks nobody. */
  private static final class Nobody implements StatementFetcher {
    @Override
    public String configuration(EntityId entity, FetchLimits limits) {
      throw asked(entity);
    }

    @Override
    public String subordinate(URI endpoint, EntityId issuer, EntityId subject, FetchLimits limits) {
      throw asked(issuer);
    }

    private static TrustException asked(EntityId who) {
      return new TrustException(Reason.UNREACHABLE, who.value(), "is not asked", "fetcher");
    }
  }
}
