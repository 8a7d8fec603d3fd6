package id.simpul.health;

import id.simpul.health.internal.satusehat.Pace;
import id.simpul.health.internal.satusehat.Pacer;

/**
 * How fast one organization calls SATUSEHAT: several clients that share a pace are held back
 * together, as one gateway counts them together. Thread-safe.
 */
public final class SatuSehatPace {
  private final Pacer pacer;

  SatuSehatPace(Pace pace) {
    this.pacer = new Pacer(pace, System::nanoTime);
  }

  /**
   * A pace of its own, with all the room there is.
   *
   * @return the pace
   */
  public static SatuSehatPace create() {
    return new SatuSehatPace(new Pace(Pace.FIRST_PAUSE));
  }

  Pacer pacer() {
    return pacer;
  }
}
