package id.simpul.identity.http;

/**
 * A signature that fits its message and comes from a trusted key.
 *
 * @param label its label in the message
 * @param parameters its parameters
 */
record VerifiedSignature(String label, SignatureParameters parameters) {}
