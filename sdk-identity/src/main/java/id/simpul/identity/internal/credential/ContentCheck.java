package id.simpul.identity.internal.credential;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonValue;
import id.simpul.core.operation.Violation;
import id.simpul.identity.credential.ClaimPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks at claims before they are issued, and finds everything that is wrong with them at once.
 * Recursion ends at the greatest depth.
 */
public final class ContentCheck {
  private final JsonObject claims;
  private final Set<ClaimPath> selective;
  private final List<Violation> violations = new ArrayList<>();

  private ContentCheck(JsonObject claims, Set<ClaimPath> selective) {
    this.claims = claims;
    this.selective = selective;
  }

  /**
   * Checks claims.
   *
   * @param claims the claims
   * @param selective which of them are to be hidden
   * @return every violation, in the order of the claims
   */
  public static List<Violation> violations(JsonObject claims, Set<ClaimPath> selective) {
    ContentCheck check = new ContentCheck(claims, selective);
    check.topLevel();
    check.paths();
    check.object(claims, ClaimPath.of(), false);
    return check.violations;
  }

  private void topLevel() {
    for (String name : claims.members().keySet()) {
      if (SdJwt.CONTROL.contains(name)) {
        add(Violation.CONFLICT, ClaimPath.of(name), "is set by the issuer");
      }
    }
  }

  private void paths() {
    if (selective.size() > SdJwt.MAX_DISCLOSURES) {
      add(Violation.LENGTH, ClaimPath.of(), "hides more than " + SdJwt.MAX_DISCLOSURES + " claims");
    }
    for (ClaimPath path : selective) {
      if (path.steps().isEmpty() || path.in(claims).isEmpty()) {
        add(Violation.NOT_FOUND, path, "is to be hidden and is not there");
      }
    }
  }

  private void value(JsonValue value, ClaimPath path, boolean hidden) {
    if (path.steps().size() >= SdJwt.MAX_DEPTH
        && (value instanceof JsonObject || value instanceof JsonArray)) {
      add(Violation.LENGTH, path, "is nested deeper than " + SdJwt.MAX_DEPTH);
    } else if (value instanceof JsonObject object) {
      object(object, path, hidden);
    } else if (value instanceof JsonArray array) {
      for (int i = 0; i < array.items().size(); i++) {
        ClaimPath at = path.element(i);
        value(array.items().get(i), at, hidden || selective.contains(at));
      }
    }
  }

  private void object(JsonObject object, ClaimPath path, boolean hidden) {
    for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
      ClaimPath at = path.member(member.getKey());
      boolean hiddenHere = hidden || selective.contains(at);
      if (SdJwt.RESERVED.contains(member.getKey())) {
        add(Violation.CONFLICT, at, "is a reserved name");
      }
      if (SdJwt.PERSONAL.contains(member.getKey()) && !hiddenHere && shows(member.getValue(), at)) {
        add(Violation.CHOICE, at, "names a person and is always selectively disclosable");
      }
      value(member.getValue(), at, hiddenHere);
    }
  }

  /** Whether anything is left of an open value: all members of an object may be hidden instead. */
  private boolean shows(JsonValue value, ClaimPath path) {
    return !(value instanceof JsonObject object)
        || !object.members().keySet().stream().map(path::member).allMatch(selective::contains);
  }

  private void add(String code, ClaimPath where, String message) {
    violations.add(new Violation(code, where.toString(), message));
  }
}
