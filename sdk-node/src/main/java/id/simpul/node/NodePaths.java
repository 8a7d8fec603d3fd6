package id.simpul.node;

/** Where a node serves what, below its base URL. */
public final class NodePaths {
  /** Open311 GeoReport v2. */
  public static final String GEOREPORT = "/open311/v2";

  /** The Simpul profile. */
  public static final String PROFILE = "/simpul/v1";

  private NodePaths() {}
}
