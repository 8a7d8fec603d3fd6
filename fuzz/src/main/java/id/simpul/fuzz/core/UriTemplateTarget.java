package id.simpul.fuzz.core;

import static id.simpul.fuzz.Invariant.require;

import id.simpul.core.operation.UriTemplate;
import id.simpul.fuzz.FuzzTarget;
import id.simpul.fuzz.Input;

/** A template and a path, a line each: what a path matched expands to a path that matches alike. */
public final class UriTemplateTarget implements FuzzTarget {
  /** Makes the target. */
  public UriTemplateTarget() {}

  @Override
  public void run(byte[] input) {
    Input cut = Input.cut(input);
    UriTemplate template;
    try {
      template = UriTemplate.parse(cut.line());
    } catch (IllegalArgumentException e) {
      return;
    }
    template
        .match(Input.text(cut.rest()))
        .ifPresent(match -> {
          String path = template.expand(match.variables(), match.suffix());
          require(
              template.match(path).filter(match::equals).isPresent(), "expands to something else");
        });
  }
}
