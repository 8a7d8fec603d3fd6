package id.simpul.health.wire;

import id.simpul.health.MasterRegion;
import java.util.List;
import java.util.Objects;

/**
 * Asks for regions.
 *
 * @param level which
 * @param codes the codes they are asked for by
 */
public record RegionQuery(MasterRegion.Level level, List<String> codes) {
  /** Copies the codes. */
  public RegionQuery {
    Objects.requireNonNull(level, "level");
    codes = List.copyOf(codes);
  }
}
