package id.simpul.reporting;

import id.simpul.core.value.GeoPoint;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where something was reported: a point, an address in words, an id in the node's own register of
 * addresses, or several of them. {@code toString} shows none of them, because the place may be the
 * citizen's home.
 */
public final class Location {
  /** Nothing is known of the place. */
  public static final Location UNKNOWN = new Location(null, null, null);

  /** The most characters of an address. */
  public static final int MAX_ADDRESS_LENGTH = 1000;

  /** The most characters of an address id. */
  public static final int MAX_ADDRESS_ID_LENGTH = 200;

  private final @Nullable GeoPoint point;
  private final @Nullable String address;
  private final @Nullable String addressId;

  private Location(@Nullable GeoPoint point, @Nullable String address, @Nullable String addressId) {
    this.point = point;
    this.address = address;
    this.addressId = addressId;
  }

  /**
   * A place by its coordinates.
   *
   * @param point the coordinates
   * @return the place
   */
  public static Location at(GeoPoint point) {
    return UNKNOWN.withPoint(Objects.requireNonNull(point, "point"));
  }

  /**
   * A place in words.
   *
   * @param address an address, the most specific part first
   * @return the place
   */
  public static Location ofAddress(String address) {
    return UNKNOWN.withAddress(Objects.requireNonNull(address, "address"));
  }

  /**
   * A place by the node's own register.
   *
   * @param addressId its id
   * @return the place
   */
  public static Location ofAddressId(String addressId) {
    return UNKNOWN.withAddressId(Objects.requireNonNull(addressId, "addressId"));
  }

  /**
   * This place with other coordinates.
   *
   * @param value the coordinates, or null for none
   * @return a copy
   */
  public Location withPoint(@Nullable GeoPoint value) {
    return new Location(value, address, addressId);
  }

  /**
   * This place with another address.
   *
   * @param value an address in words, or null for none
   * @return a copy
   */
  public Location withAddress(@Nullable String value) {
    return new Location(point, Texts.orNull(value), addressId);
  }

  /**
   * This place with another id.
   *
   * @param value an id in the node's own register, or null for none
   * @return a copy
   */
  public Location withAddressId(@Nullable String value) {
    return new Location(point, address, Texts.orNull(value));
  }

  /**
   * The coordinates.
   *
   * @return the point, or empty
   */
  public Optional<GeoPoint> point() {
    return Optional.ofNullable(point);
  }

  /**
   * The place in words.
   *
   * @return an address, or empty
   */
  public Optional<String> address() {
    return Optional.ofNullable(address);
  }

  /**
   * The place in the node's own register.
   *
   * @return an id, or empty
   */
  public Optional<String> addressId() {
    return Optional.ofNullable(addressId);
  }

  /**
   * Whether anything is known of the place.
   *
   * @return true when at least one of the three is given
   */
  public boolean isKnown() {
    return point != null || address != null || addressId != null;
  }

  private List<Object> state() {
    return List.of(point(), address(), addressId());
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Location other && state().equals(other.state());
  }

  @Override
  public int hashCode() {
    return state().hashCode();
  }

  @Override
  public String toString() {
    return isKnown() ? "Location[<redacted>]" : "Location[unknown]";
  }
}
