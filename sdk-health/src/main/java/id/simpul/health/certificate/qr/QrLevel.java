package id.simpul.health.certificate.qr;

/** How much of a code's picture may get lost (ISO/IEC 18004, 4.3.2). */
public enum QrLevel {
  /** About 7 per cent; what the framework of SMART Health Cards asks for. */
  L,
  /** About 15 per cent. */
  M,
  /** About 25 per cent; what health certificates of the EU have. */
  Q,
  /** About 30 per cent. */
  H
}
