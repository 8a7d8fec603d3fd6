package id.simpul.identity.http;

import id.simpul.core.format.FormatException;
import id.simpul.core.operation.Headers;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.internal.sf.BareItem;
import id.simpul.identity.internal.sf.Dictionary;
import id.simpul.identity.internal.sf.InnerList;
import id.simpul.identity.internal.sf.Item;
import id.simpul.identity.internal.sf.Member;
import id.simpul.identity.internal.sf.SfReader;
import java.util.Map;

/**
 * The one signature with our tag, taken apart and not believed (RFC 9421, 4.1 and 4.2).
 *
 * @param label its label, which means nothing
 * @param input the covered components and the parameters
 * @param value the signature itself
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and copying would cost
record ReceivedSignature(String label, InnerList input, byte[] value) {
  static final String INPUT_FIELD = "Signature-Input";
  static final String SIGNATURE_FIELD = "Signature";

  private static final BareItem TAG = new BareItem.StringItem(SignatureProfile.TAG);

  /** Finds it; signatures with other tags are stepped over. */
  static ReceivedSignature find(Headers headers) throws Refused {
    String inputs = FieldLines.joined(headers, INPUT_FIELD);
    String signatures = FieldLines.joined(headers, SIGNATURE_FIELD);
    if (inputs == null) {
      throw new Refused(Reason.UNSIGNED, "is not signed", INPUT_FIELD);
    }
    Map.Entry<String, Member> ours = ours(read(inputs, INPUT_FIELD));
    if (signatures == null) {
      throw new Refused(Reason.MALFORMED, "the field is missing", SIGNATURE_FIELD);
    }
    Member signature = read(signatures, SIGNATURE_FIELD).members().get(ours.getKey());
    if (!(signature instanceof Item item && item.value() instanceof BareItem.BytesItem value)) {
      throw new Refused(
          Reason.MALFORMED, "no byte sequence goes with the input's label", SIGNATURE_FIELD);
    }
    return new ReceivedSignature(ours.getKey(), (InnerList) ours.getValue(), value.value());
  }

  private static Dictionary read(String text, String field) throws Refused {
    FieldLines.checkLength(text, field);
    Dictionary dictionary;
    try {
      dictionary = SfReader.uniqueDictionary(text);
    } catch (FormatException e) {
      throw new Refused(Reason.MALFORMED, e.reason(), field + ", " + e.where(), e);
    }
    if (dictionary.members().size() > SignatureProfile.MAX_SIGNATURES) {
      throw new Refused(
          Reason.MALFORMED,
          "holds more than " + SignatureProfile.MAX_SIGNATURES + " signatures",
          field);
    }
    return dictionary;
  }

  private static Map.Entry<String, Member> ours(Dictionary inputs) throws Refused {
    Map.Entry<String, Member> found = null;
    for (Map.Entry<String, Member> entry : inputs.members().entrySet()) {
      if (entry.getValue() instanceof InnerList input
          && TAG.equals(input.parameters().values().get("tag"))) {
        if (found != null) {
          throw new Refused(Reason.MALFORMED, "two signatures carry our tag", INPUT_FIELD);
        }
        found = entry;
      }
    }
    if (found == null) {
      throw new Refused(Reason.UNSIGNED, "has no signature with our tag", INPUT_FIELD);
    }
    return found;
  }
}
