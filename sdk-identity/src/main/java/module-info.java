import org.jspecify.annotations.NullMarked;

/** Who signed it, and do we trust them. */
@NullMarked
module id.simpul.identity {
  requires org.bouncycastle.provider;
  requires transitive id.simpul.core;
  requires transitive org.jspecify;

  exports id.simpul.identity;
  exports id.simpul.identity.credential;
  exports id.simpul.identity.credential.resident;
  exports id.simpul.identity.federation;
  exports id.simpul.identity.http;
  exports id.simpul.identity.jose;
  exports id.simpul.identity.wire;
}
