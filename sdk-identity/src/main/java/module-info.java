import org.jspecify.annotations.NullMarked;

/** Who signed it, and do we trust them. */
@NullMarked
@SuppressWarnings("requires-automatic") // Conscrypt's module has a name and no descriptor
module id.simpul.identity {
  requires static com.amazon.corretto.crypto.provider;
  requires static org.conscrypt;
  requires org.bouncycastle.provider;
  requires transitive id.simpul.core;
  requires transitive org.jspecify;

  exports id.simpul.identity;
  exports id.simpul.identity.credential;
  exports id.simpul.identity.credential.resident;
  exports id.simpul.identity.federation;
  exports id.simpul.identity.http;
  exports id.simpul.identity.issuance;
  exports id.simpul.identity.jose;
  exports id.simpul.identity.presentation;
  exports id.simpul.identity.wire;
}
