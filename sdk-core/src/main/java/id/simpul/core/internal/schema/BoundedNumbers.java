package id.simpul.core.internal.schema;

import java.math.BigDecimal;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ValueNode;

/** Keeps decimals exact, and refuses those whose exponent would make arithmetic on them endless. */
final class BoundedNumbers extends JsonNodeFactory {
  /** The greatest number of places a decimal may be shifted, either way. */
  static final int MAX_SCALE = 1000;

  private static final long serialVersionUID = 1L;

  @Override
  public ValueNode numberNode(BigDecimal value) {
    if (Math.abs((long) value.scale()) > MAX_SCALE) {
      throw new StreamConstraintsException("an exponent past " + MAX_SCALE);
    }
    return super.numberNode(value);
  }
}
