package id.simpul.node.internal.store;

import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonValue;
import id.simpul.identity.credential.StatusReference;
import id.simpul.identity.credential.TokenStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the log keeps of a case: who offered a credential, when copies went out, who changed their
 * status, and what they relied on. Nothing of the resident. What has shipped is never changed; a
 * new shape is a new version.
 */
public final class CredentialEvents {
  /** A credential was held ready for a wallet. */
  public static final EventType OFFERED = new EventType("credential.offered", 1);

  /** Copies were handed out. */
  public static final EventType ISSUED = new EventType("credential.issued", 1);

  /** The status of all copies was set. */
  public static final EventType STATUS_SET = new EventType("credential.status-set", 1);

  // A wallet says of itself no more than that it has the token.
  private static final String WALLET = "wallet";

  private CredentialEvents() {}

  /**
   * A credential is held ready.
   *
   * @param opened what is kept of it
   * @param now the time
   * @return the first event of its case
   */
  public static NewEvent offered(NewCase opened, Instant now) {
    JsonObject.Builder json =
        JsonObject.builder().put("configuration", opened.offer().grant().configurationId());
    return event(OFFERED, now, opened.actor(), evidence(json, opened.evidence()));
  }

  /**
   * Copies are handed out.
   *
   * @param places where their status stands
   * @param now the time
   * @return the event
   */
  public static NewEvent issued(List<StatusReference> places, Instant now) {
    List<JsonValue> copies = new ArrayList<>();
    for (StatusReference place : places) {
      copies.add(
          JsonObject.builder()
              .put("list", place.uri().toString())
              .put("place", JsonNumber.of(place.index()))
              .build());
    }
    return event(ISSUED, now, WALLET, JsonObject.builder().put("copies", new JsonArray(copies)));
  }

  /**
   * The status of all copies is set.
   *
   * @param change the command
   * @param now the time
   * @return the event
   */
  public static NewEvent statusSet(CaseStatus change, Instant now) {
    JsonObject.Builder json = JsonObject.builder().put("status", word(change.status()));
    return event(STATUS_SET, now, change.actor(), evidence(json, change.evidence()));
  }

  private static String word(TokenStatus status) {
    if (status.equals(TokenStatus.VALID)) {
      return "valid";
    }
    return status.equals(TokenStatus.INVALID) ? "revoked" : "suspended";
  }

  private static JsonObject.Builder evidence(JsonObject.Builder json, Optional<String> evidence) {
    return json.putIfPresent("evidence_id", evidence.orElse(null));
  }

  private static NewEvent event(
      EventType type, Instant now, String actor, JsonObject.Builder json) {
    return new NewEvent(type, now, actor, Json.toBytes(json.build()));
  }
}
