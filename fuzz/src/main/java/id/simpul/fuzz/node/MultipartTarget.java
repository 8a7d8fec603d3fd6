package id.simpul.fuzz.node;

import static id.simpul.fuzz.Invariant.keepsSilent;
import static id.simpul.fuzz.Invariant.require;

import id.simpul.core.format.FormatException;
import id.simpul.core.operation.Body;
import id.simpul.core.operation.FilePart;
import id.simpul.core.operation.Params;
import id.simpul.fuzz.FuzzTarget;
import id.simpul.fuzz.Input;
import id.simpul.node.NodeLimits;
import id.simpul.node.internal.http.MultipartDecoder;

/** Multipart bodies: the {@code Content-Type} on the first line, the body after it. */
public final class MultipartTarget implements FuzzTarget {
  /** Makes the target. */
  public MultipartTarget() {}

  @Override
  public void run(byte[] input) {
    Input cut = Input.cut(input);
    Body.Form form;
    try {
      form = MultipartDecoder.decode(cut.line(), cut.rest());
    } catch (FormatException e) {
      keepsSilent(e);
      return;
    }
    int parts = form.fields().entries().size() + form.files().size();
    require(parts <= NodeLimits.MAX_FIELDS, "too many parts");
    long held = 0;
    for (Params.Param field : form.fields().entries()) {
      held += field.value().length();
    }
    for (FilePart file : form.files()) {
      held += file.size();
    }
    require(held <= cut.rest().length, "holds more than was sent");
  }
}
