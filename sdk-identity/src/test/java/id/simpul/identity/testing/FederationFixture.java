package id.simpul.identity.testing;

import id.simpul.identity.EntityId;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.federation.ChainResolver;
import id.simpul.identity.federation.FetchLimits;
import id.simpul.identity.federation.StatementFetcher;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A federation in memory, to be asked like one on the network: anchors, provinces, cities and
 * agencies with keys, what they say of each other, and a count of what was asked. Everything can be
 * changed between two questions, into something no honest federation would say, too.
 */
public final class FederationFixture implements StatementFetcher {
  /** When it begins. */
  public static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");

  private final SettableClock clock = new SettableClock(NOW);
  private final SettableTicker ticker = new SettableTicker();
  private final Map<EntityId, Member> members = new ConcurrentHashMap<>();
  private final Map<String, String> served = new ConcurrentHashMap<>();
  private final Map<String, Duration> delays = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile boolean down;

  /** Adds a member with those above it; without any it is an anchor. */
  public Member add(String id, Member... superiors) {
    Member member = new Member(new EntityId(id), clock, Arrays.asList(superiors));
    members.put(member.id(), member);
    return member;
  }

  /** A resolver that trusts anchors, and asks this federation at its times. */
  public ChainResolver.Builder resolver(Member... anchors) {
    return ChainResolver.builder(Arrays.stream(anchors).map(Member::pinned).toList(), this)
        .clock(clock)
        .ticker(ticker);
  }

  /** The time. */
  public SettableClock clock() {
    return clock;
  }

  /** What budgets are measured with. */
  public SettableTicker ticker() {
    return ticker;
  }

  /** Serves something else as a configuration. */
  public void serve(Member entity, String token) {
    served.put(entity.id().value(), token);
  }

  /** Serves something else as a statement. */
  public void serve(Member issuer, Member subject, String token) {
    served.put(issuer.id() + " " + subject.id(), token);
  }

  /** Lets all questions to a member take their time. */
  public void delay(Member entity, Duration by) {
    delays.put(entity.id().value(), by);
  }

  /** Nobody answers any more, or everybody again. */
  public void down(boolean nobody) {
    down = nobody;
  }

  /** One member does not answer any more. */
  public void away(Member entity) {
    members.remove(entity.id());
  }

  /** One member answers again. */
  public void back(Member entity) {
    members.put(entity.id(), entity);
  }

  /** What was asked: an entity for its configuration, two for a statement. */
  public List<String> asked() {
    return asked;
  }

  /** What a chain of members is made of, the subject first. */
  public List<String> chain(Member... upwards) {
    List<String> tokens = new CopyOnWriteArrayList<>();
    tokens.add(upwards[0].configuration().token());
    for (int i = 1; i < upwards.length; i++) {
      tokens.add(upwards[i].about(upwards[i - 1]).token());
    }
    if (upwards.length > 1) {
      tokens.add(upwards[upwards.length - 1].configuration().token());
    }
    return tokens;
  }

  @Override
  public String configuration(EntityId entity, FetchLimits limits) {
    return answer(entity, entity.value()).orElseGet(() -> find(entity).configuration().token());
  }

  @Override
  public String subordinate(
      URI fetchEndpoint, EntityId issuer, EntityId subject, FetchLimits limits) {
    if (!fetchEndpoint.equals(find(issuer).fetchEndpoint())) {
      throw unreachable(issuer);
    }
    return answer(issuer, issuer + " " + subject)
        .orElseGet(() ->
            Optional.ofNullable(find(issuer).statements().get(subject))
                .orElseThrow(() -> saysNothing(issuer))
                .token());
  }

  private Optional<String> answer(EntityId entity, String question) {
    asked.add(question);
    ticker.advance(delays.getOrDefault(entity.value(), Duration.ZERO));
    if (down) {
      throw unreachable(entity);
    }
    return Optional.ofNullable(served.get(question));
  }

  private Member find(EntityId entity) {
    return Optional.ofNullable(members.get(entity)).orElseThrow(() -> unreachable(entity));
  }

  private static TrustException saysNothing(EntityId issuer) {
    return new TrustException(Reason.NO_CHAIN, issuer.value(), "says nothing of it", "fetch");
  }

  private static TrustException unreachable(EntityId entity) {
    return new TrustException(Reason.UNREACHABLE, entity.value(), "does not answer", "fetch");
  }
}
