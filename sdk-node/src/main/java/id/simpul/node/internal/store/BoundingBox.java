package id.simpul.node.internal.store;

/**
 * A rectangle in WGS 84, edges included, in degrees. It does not cross the antimeridian.
 *
 * @param south least latitude
 * @param west least longitude
 * @param north greatest latitude
 * @param east greatest longitude
 */
public record BoundingBox(double south, double west, double north, double east) {

  /** Checks the order of the edges; a value that is not a number is refused too. */
  public BoundingBox {
    if (!(south <= north) || !(west <= east)) {
      throw new IllegalArgumentException("A box has south <= north and west <= east");
    }
  }
}
