package id.simpul.node;

import id.simpul.core.value.AddressBlock;
import id.simpul.identity.EntityId;
import id.simpul.identity.VerificationKey;
import id.simpul.identity.federation.StatementLifetime;
import id.simpul.identity.federation.TrustAnchor;
import java.util.List;
import java.util.Objects;

/**
 * How a node takes part in the federation (OpenID Federation 1.1): who stands above it, whether
 * others stand below it, and at which anchors it lets chains of trust end. Immutable.
 */
public final class NodeFederation {
  /** Nobody above, nobody below, no anchor; the node still says who it is. */
  public static final NodeFederation ALONE =
      new NodeFederation(
          new Place(List.of(), false, StatementLifetime.DEFAULT, List.of()),
          new Trust(List.of(), List.of()));

  private final Place place;
  private final Trust trust;

  private record Place(
      List<EntityId> superiors,
      boolean authority,
      StatementLifetime lifetime,
      List<VerificationKey> otherKeys) {}

  private record Trust(List<TrustAnchor> anchors, List<AddressBlock> privateNetworks) {}

  private NodeFederation(Place place, Trust trust) {
    this.place = place;
    this.trust = trust;
  }

  /**
   * The same with those directly above it.
   *
   * @param superiors their identifiers; none when it is an anchor, or alone
   * @return a copy
   */
  public NodeFederation withSuperiors(List<EntityId> superiors) {
    return with(
        new Place(List.copyOf(superiors), place.authority(), place.lifetime(), place.otherKeys()));
  }

  /**
   * The same, speaking for others below it.
   *
   * @return a copy
   */
  public NodeFederation asAuthority() {
    return with(new Place(place.superiors(), true, place.lifetime(), place.otherKeys()));
  }

  /**
   * The same with another life of its statements.
   *
   * @param lifetime how long they hold and how soon they are issued anew
   * @return a copy
   */
  public NodeFederation withLifetime(StatementLifetime lifetime) {
    Objects.requireNonNull(lifetime, "lifetime");
    return with(new Place(place.superiors(), place.authority(), lifetime, place.otherKeys()));
  }

  /**
   * The same with keys published beside the one that signs messages, for a change of keys.
   *
   * @param keys the next key, or the one before
   * @return a copy
   */
  public NodeFederation withOtherMessageKeys(List<VerificationKey> keys) {
    return with(
        new Place(place.superiors(), place.authority(), place.lifetime(), List.copyOf(keys)));
  }

  /**
   * The same with the anchors it trusts.
   *
   * @param anchors where chains may end, with keys that did not come over the network
   * @return a copy
   */
  public NodeFederation withAnchors(List<TrustAnchor> anchors) {
    return new NodeFederation(place, new Trust(List.copyOf(anchors), trust.privateNetworks()));
  }

  /**
   * The same with networks of its own that statements may be fetched from.
   *
   * @param networks blocks of private addresses; none by default
   * @return a copy
   */
  public NodeFederation withPrivateNetworks(List<AddressBlock> networks) {
    return new NodeFederation(place, new Trust(trust.anchors(), List.copyOf(networks)));
  }

  private NodeFederation with(Place changed) {
    return new NodeFederation(changed, trust);
  }

  /**
   * Who stands directly above.
   *
   * @return {@code authority_hints}, possibly empty
   */
  public List<EntityId> superiors() {
    return place.superiors();
  }

  /**
   * Whether it speaks for others.
   *
   * @return true when it answers what it says of those below it
   */
  public boolean isAuthority() {
    return place.authority();
  }

  /**
   * How long its statements hold.
   *
   * @return {@link StatementLifetime#DEFAULT} unless set
   */
  public StatementLifetime lifetime() {
    return place.lifetime();
  }

  /**
   * Keys beside the one that signs messages.
   *
   * @return the next or the one before, possibly none
   */
  public List<VerificationKey> otherMessageKeys() {
    return place.otherKeys();
  }

  /**
   * Where chains may end.
   *
   * @return the anchors, possibly none
   */
  public List<TrustAnchor> anchors() {
    return trust.anchors();
  }

  /**
   * Networks of its own that statements may be fetched from.
   *
   * @return blocks of private addresses, possibly none
   */
  public List<AddressBlock> privateNetworks() {
    return trust.privateNetworks();
  }

  @Override
  public String toString() {
    return "NodeFederation[below "
        + place.superiors()
        + (place.authority() ? ", authority" : "")
        + ", anchors "
        + trust.anchors().stream().map(TrustAnchor::id).toList()
        + "]";
  }
}
