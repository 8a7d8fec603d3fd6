import org.jspecify.annotations.NullMarked;

/** Health: FHIR records, certificates, booking, figures and the reconciling of registers. */
@NullMarked
@SuppressWarnings("requires-automatic") // ZXing's module has a name and no descriptor
module id.simpul.health {
  requires java.naming; // reads the names in certificates
  requires static com.google.zxing; // draws and reads QR codes
  requires static java.desktop; // opens pictures they are in
  requires transitive id.simpul.core;
  requires transitive id.simpul.identity;

  exports id.simpul.health.bulk;
  exports id.simpul.health.certificate;
  exports id.simpul.health.certificate.fetch;
  exports id.simpul.health.certificate.link;
  exports id.simpul.health.certificate.print;
  exports id.simpul.health.certificate.qr;
  exports id.simpul.health.fhir.type;
  exports id.simpul.health.fhir;
  exports id.simpul.health.figures;
  exports id.simpul.health.reconciliation;
  exports id.simpul.health.vaccination;
  exports id.simpul.health.vaccination.wire;
  exports id.simpul.health.subscription;
  exports id.simpul.health.wire;
  exports id.simpul.health;
}
