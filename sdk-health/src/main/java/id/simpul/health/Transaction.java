package id.simpul.health;

import id.simpul.core.ValidationException;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.core.operation.Violation;
import id.simpul.health.fhir.Bundle;
import id.simpul.health.fhir.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Resources that are stored together, all or none, in any order. They point at each other by {@code
 * urn:uuid:} references, each of which is checked to lead to one of them. Immutable.
 */
public final class Transaction {
  /** The most resources; the largest of the official samples has 141. */
  public static final int MAX_ENTRIES = 500;

  private static final String URN = "urn:uuid:";
  private static final Pattern FULL_URL =
      Pattern.compile("urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final Bundle bundle;
  private final List<String> fullUrls;

  private Transaction(Bundle bundle, List<String> fullUrls) {
    this.bundle = bundle;
    this.fullUrls = List.copyOf(fullUrls);
  }

  /**
   * Starts a transaction.
   *
   * @return a builder without resources
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The bundle that is sent.
   *
   * @return a bundle of type {@code transaction}
   */
  public Bundle bundle() {
    return bundle;
  }

  /**
   * What the resources are called within the transaction, in order.
   *
   * @return a {@code urn:uuid:} for each
   */
  public List<String> fullUrls() {
    return fullUrls;
  }

  @Override
  public String toString() {
    return "Transaction[" + fullUrls.size() + " entries]";
  }

  /** Collects resources. Not thread-safe. */
  public static final class Builder {
    private final Map<String, Resource> entries = new LinkedHashMap<>();
    private final List<Violation> violations = new ArrayList<>();

    private Builder() {}

    /**
     * Adds a resource under a name of its own.
     *
     * @param resource the resource, without an id
     * @return its {@code urn:uuid:}, for others to point at
     */
    public String add(Resource resource) {
      String fullUrl = URN + UUID.randomUUID();
      add(fullUrl, resource);
      return fullUrl;
    }

    /**
     * Adds a resource under a name others point at already.
     *
     * @param fullUrl {@code urn:uuid:} and a UUID in lower case, used once
     * @param resource the resource, without an id
     * @return this
     */
    public Builder add(String fullUrl, Resource resource) {
      Objects.requireNonNull(resource, "resource");
      String where = "entry[" + entries.size() + "].fullUrl";
      if (!FULL_URL.matcher(fullUrl).matches()) {
        violations.add(
            new Violation(
                Violation.MALFORMED, where, "must be urn:uuid: and a UUID in lower case"));
      }
      if (entries.putIfAbsent(fullUrl, resource) != null) {
        violations.add(new Violation(Violation.CONFLICT, where, "is given more than once"));
      }
      return this;
    }

    /**
     * Makes the transaction.
     *
     * @return the transaction
     * @throws ValidationException with every violation: references that lead nowhere, names that
     *     are used twice, none or too many resources, and rules of FHIR
     */
    public Transaction build() {
      List<Violation> all = new ArrayList<>(violations);
      if (entries.isEmpty()) {
        all.add(new Violation(Violation.REQUIRED, "entry", "a transaction stores something"));
      }
      if (entries.size() > MAX_ENTRIES) {
        all.add(
            new Violation(
                Violation.LENGTH, "entry", "at most " + MAX_ENTRIES + " resources are allowed"));
      }
      Bundle.Builder made = Bundle.builder().type(Bundle.TRANSACTION);
      int index = 0;
      for (Map.Entry<String, Resource> entry : entries.entrySet()) {
        checkReferences(entry.getValue().json(), "entry[" + index + "].resource", all);
        made.addEntry(Bundle.Entry.create(entry.getKey(), entry.getValue()));
        index++;
      }
      if (!all.isEmpty()) {
        throw new ValidationException("Transaction", all);
      }
      return new Transaction(made.build(), List.copyOf(entries.keySet()));
    }

    private void checkReferences(JsonValue value, String where, List<Violation> found) {
      if (value instanceof JsonObject object) {
        object
            .members()
            .forEach((name, member) -> {
              String at = where + "." + name;
              if (name.equals("reference") && member instanceof JsonString text) {
                checkReference(text.value(), at, found);
              } else {
                checkReferences(member, at, found);
              }
            });
      } else if (value instanceof JsonArray array) {
        for (int i = 0; i < array.items().size(); i++) {
          checkReferences(array.items().get(i), where + "[" + i + "]", found);
        }
      }
    }

    private void checkReference(String reference, String where, List<Violation> found) {
      if (reference.startsWith(URN) && !entries.containsKey(reference)) {
        found.add(
            new Violation(Violation.NOT_FOUND, where, "points at nothing within the transaction"));
      }
    }
  }
}
