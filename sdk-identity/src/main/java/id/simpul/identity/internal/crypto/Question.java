package id.simpul.identity.internal.crypto;

/**
 * Whether a signature is taken, and whether it should be.
 *
 * @param name what the question is about
 * @param key whose signature it is said to be
 * @param message the message
 * @param signature the signature, good or forged
 * @param isGood the right answer
 */
@SuppressWarnings("ArrayRecordComponent") // handed on within this package, compared by nobody
record Question(
    String name, LocalVerificationKey key, byte[] message, byte[] signature, boolean isGood) {}
