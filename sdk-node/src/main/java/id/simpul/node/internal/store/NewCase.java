package id.simpul.node.internal.store;

import id.simpul.identity.issuance.StoredOffer;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A case that begins: an offer, who made it, and what makes it count once. Immutable. */
public final class NewCase {
  private final StoredOffer offer;
  private final String actor;
  private final @Nullable String evidence;
  private final byte @Nullable [] receipt;
  private final @Nullable Idempotency idempotency;

  private NewCase(
      StoredOffer offer,
      String actor,
      @Nullable String evidence,
      byte @Nullable [] receipt,
      @Nullable Idempotency idempotency) {
    this.offer = Objects.requireNonNull(offer, "offer");
    this.actor = Objects.requireNonNull(actor, "actor");
    this.evidence = evidence;
    this.receipt = receipt;
    this.idempotency = idempotency;
  }

  /**
   * A case that may begin any number of times.
   *
   * @param offer what is offered, under the reference of the case
   * @param actor who offers it
   * @return the case
   */
  public static NewCase of(StoredOffer offer, String actor) {
    return new NewCase(offer, actor, null, null, null);
  }

  /**
   * The same with what the officer relied on.
   *
   * @param id names the evidence; nothing personal
   * @return a copy
   */
  public NewCase withEvidence(String id) {
    return new NewCase(offer, actor, Objects.requireNonNull(id, "id"), receipt, idempotency);
  }

  /**
   * The same, to begin once.
   *
   * @param once key, fingerprint and retention
   * @param answer what whoever repeats it is answered, as long as the offer is open; encrypted on
   *     the way, copied
   * @return a copy
   */
  public NewCase once(Idempotency once, byte[] answer) {
    return new NewCase(
        offer, actor, evidence, answer.clone(), Objects.requireNonNull(once, "once"));
  }

  /**
   * What is offered.
   *
   * @return the offer
   */
  public StoredOffer offer() {
    return offer;
  }

  /**
   * Who offers it.
   *
   * @return opaque text
   */
  public String actor() {
    return actor;
  }

  /**
   * What the officer relied on.
   *
   * @return the name of the evidence, or empty
   */
  public Optional<String> evidence() {
    return Optional.ofNullable(evidence);
  }

  /**
   * What whoever repeats it is answered.
   *
   * @return a copy of its bytes, or empty when nothing makes it count once
   */
  public Optional<byte[]> receipt() {
    return Optional.ofNullable(receipt).map(byte[]::clone);
  }

  /**
   * What makes it count once.
   *
   * @return the key with its fingerprint, or empty
   */
  public Optional<Idempotency> idempotency() {
    return Optional.ofNullable(idempotency);
  }

  @Override
  public String toString() {
    return "NewCase[" + offer + "]";
  }
}
