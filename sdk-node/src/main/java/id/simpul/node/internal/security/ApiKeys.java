package id.simpul.node.internal.security;

import id.simpul.core.value.Secret;
import id.simpul.node.ApiKey;
import java.util.List;
import java.util.Optional;

/** The keys a node knows. Immutable. */
public final class ApiKeys implements Callers {
  private final List<ApiKey> keys;

  /**
   * Keeps keys.
   *
   * @param keys the keys
   */
  public ApiKeys(List<ApiKey> keys) {
    this.keys = List.copyOf(keys);
  }

  // Every known key is compared, so that the time tells nothing.
  @Override
  public Optional<Caller> identify(Secret candidate) {
    Caller found = null;
    for (ApiKey key : keys) {
      if (key.matches(candidate)) {
        found = new Caller(kind(key.role()), key.name());
      }
    }
    return Optional.ofNullable(found);
  }

  static Caller.Kind kind(ApiKey.Role role) {
    return switch (role) {
      case REPORTER -> Caller.Kind.REPORTER;
      case OFFICER -> Caller.Kind.OFFICER;
      case REGISTRAR -> Caller.Kind.REGISTRAR;
      case VERIFIER -> Caller.Kind.VERIFIER;
      case HEALTH -> Caller.Kind.HEALTH;
      case CUSTODIAN -> Caller.Kind.CUSTODIAN;
      case EXPORTER -> Caller.Kind.EXPORTER;
    };
  }
}
