package id.simpul.health.internal.cbor;

/**
 * A CBOR data item (RFC 8949, section 2). Immutable; {@code toString} shows no text and no bytes.
 */
public sealed interface CborValue
    permits CborInteger, CborBytes, CborText, CborArray, CborMap, CborTag, CborSimple, CborFloat {}
