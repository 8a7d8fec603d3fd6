package id.simpul.identity.internal.crypto;

import org.jspecify.annotations.Nullable;

/**
 * What a JCA provider calls one algorithm.
 *
 * @param keyFactory the key factory, or null when there is none and its signatures take keys of any
 *     origin in their encoded form
 * @param key what such a key must be called
 * @param signature the signature
 * @param der whether its signatures are ASN.1 (RFC 3279, section 2.2.3), and not r and s alone
 */
record JcaNames(@Nullable String keyFactory, String key, String signature, boolean der) {
  /** An algorithm whose signatures have the form of JOSE. */
  static JcaNames plain(@Nullable String keyFactory, String key, String signature) {
    return new JcaNames(keyFactory, key, signature, false);
  }
}
