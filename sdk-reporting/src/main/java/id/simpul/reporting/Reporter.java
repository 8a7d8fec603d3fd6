package id.simpul.reporting;

import id.simpul.core.operation.Violation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who files a report, as far as they say. Personal throughout: it goes to the node with the
 * submission, and no answer of a node ever holds it. {@code toString} shows nothing of it.
 */
public final class Reporter {
  /** Nothing is said. */
  public static final Reporter ANONYMOUS = builder().build();

  /** The most characters of {@link #email()} (RFC 5321, section 4.5.3.1). */
  public static final int MAX_EMAIL_LENGTH = 254;

  /** The most characters of {@link #deviceId()} and {@link #accountId()}. */
  public static final int MAX_ID_LENGTH = 200;

  /** The most characters of {@link #firstName()} and {@link #lastName()}. */
  public static final int MAX_NAME_LENGTH = 100;

  /** The most characters of {@link #phone()}. */
  public static final int MAX_PHONE_LENGTH = 40;

  private final @Nullable String email;
  private final @Nullable String deviceId;
  private final @Nullable String accountId;
  private final @Nullable String firstName;
  private final @Nullable String lastName;
  private final @Nullable String phone;

  private Reporter(Builder b) {
    this.email = b.email;
    this.deviceId = b.deviceId;
    this.accountId = b.accountId;
    this.firstName = b.firstName;
    this.lastName = b.lastName;
    this.phone = b.phone;
  }

  /**
   * Starts a reporter of whom nothing is said.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * A builder that holds these values.
   *
   * @return a builder
   */
  public Builder toBuilder() {
    return new Builder()
        .email(email)
        .deviceId(deviceId)
        .accountId(accountId)
        .firstName(firstName)
        .lastName(lastName)
        .phone(phone);
  }

  /**
   * Their e-mail address.
   *
   * @return the address, or empty
   */
  public Optional<String> email() {
    return Optional.ofNullable(email);
  }

  /**
   * The device they report from.
   *
   * @return the device's id, or empty
   */
  public Optional<String> deviceId() {
    return Optional.ofNullable(deviceId);
  }

  /**
   * Their account at the node.
   *
   * @return the account's id, or empty
   */
  public Optional<String> accountId() {
    return Optional.ofNullable(accountId);
  }

  /**
   * Their first name.
   *
   * @return the name, or empty
   */
  public Optional<String> firstName() {
    return Optional.ofNullable(firstName);
  }

  /**
   * Their last name.
   *
   * @return the name, or empty
   */
  public Optional<String> lastName() {
    return Optional.ofNullable(lastName);
  }

  /**
   * Their telephone number.
   *
   * @return the number, or empty
   */
  public Optional<String> phone() {
    return Optional.ofNullable(phone);
  }

  /**
   * Whether nothing is said.
   *
   * @return true when every value is empty
   */
  public boolean isAnonymous() {
    return equals(ANONYMOUS);
  }

  private List<Object> state() {
    return List.of(email(), deviceId(), accountId(), firstName(), lastName(), phone());
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Reporter other && state().equals(other.state());
  }

  @Override
  public int hashCode() {
    return state().hashCode();
  }

  @Override
  public String toString() {
    return "Reporter[<redacted>]";
  }

  /** Collects a reporter. An empty text counts as none. Not thread-safe. */
  public static final class Builder {
    private @Nullable String email;
    private @Nullable String deviceId;
    private @Nullable String accountId;
    private @Nullable String firstName;
    private @Nullable String lastName;
    private @Nullable String phone;

    private Builder() {}

    /**
     * Their e-mail address. Default: none.
     *
     * @param value the address, or null for none
     * @return this
     */
    public Builder email(@Nullable String value) {
      this.email = Texts.orNull(value);
      return this;
    }

    /**
     * The device they report from. Default: none.
     *
     * @param value the device's id, or null for none
     * @return this
     */
    public Builder deviceId(@Nullable String value) {
      this.deviceId = Texts.orNull(value);
      return this;
    }

    /**
     * Their account at the node. Default: none.
     *
     * @param value the account's id, or null for none
     * @return this
     */
    public Builder accountId(@Nullable String value) {
      this.accountId = Texts.orNull(value);
      return this;
    }

    /**
     * Their first name. Default: none.
     *
     * @param value the name, or null for none
     * @return this
     */
    public Builder firstName(@Nullable String value) {
      this.firstName = Texts.orNull(value);
      return this;
    }

    /**
     * Their last name. Default: none.
     *
     * @param value the name, or null for none
     * @return this
     */
    public Builder lastName(@Nullable String value) {
      this.lastName = Texts.orNull(value);
      return this;
    }

    /**
     * Their telephone number. Default: none.
     *
     * @param value the number, or null for none
     * @return this
     */
    public Builder phone(@Nullable String value) {
      this.phone = Texts.orNull(value);
      return this;
    }

    /**
     * Everything that is wrong so far, under the names of GeoReport v2.
     *
     * @return the violations, none of which quotes a value; empty when {@link #build} will do
     */
    public List<Violation> violations() {
      Checks checks = new Checks();
      checks.text("email", email, MAX_EMAIL_LENGTH);
      if (email != null && !plausibleEmail(email)) {
        checks.reject(Violation.TYPE, "email", "must be an e-mail address");
      }
      checks.text("device_id", deviceId, MAX_ID_LENGTH);
      checks.text("account_id", accountId, MAX_ID_LENGTH);
      checks.text("first_name", firstName, MAX_NAME_LENGTH);
      checks.text("last_name", lastName, MAX_NAME_LENGTH);
      checks.text("phone", phone, MAX_PHONE_LENGTH);
      return checks.found();
    }

    // Whether an address exists only a message to it can tell; this finds swapped fields.
    private static boolean plausibleEmail(String text) {
      int at = text.lastIndexOf('@');
      return at > 0 && at < text.length() - 1 && text.indexOf(' ') < 0;
    }

    /**
     * Makes the reporter.
     *
     * @return the immutable value
     * @throws id.simpul.core.ValidationException with every violation, when there is any
     */
    public Reporter build() {
      Checks.throwIfAny("Reporter", violations());
      return new Reporter(this);
    }
  }
}
