package id.simpul.fuzz.identity;

import static id.simpul.fuzz.Invariant.keepsSilent;
import static id.simpul.fuzz.Invariant.require;

import id.simpul.core.format.FormatException;
import id.simpul.fuzz.FuzzTarget;
import id.simpul.fuzz.Input;
import id.simpul.identity.presentation.PresentationRequest;
import id.simpul.identity.wire.OfferLinks;
import id.simpul.identity.wire.PresentationLinks;
import java.net.URI;

/** Links that wallets scan: offers and requests. */
public final class LinksTarget implements FuzzTarget {
  /** Makes the target. */
  public LinksTarget() {}

  @Override
  public void run(byte[] input) throws FormatException {
    URI link;
    try {
      link = URI.create(Input.utf8(input));
    } catch (IllegalArgumentException e) {
      return;
    }
    offer(link);
    request(link);
  }

  private static void offer(URI link) throws FormatException {
    OfferLinks.Link offer;
    try {
      offer = OfferLinks.read(link);
    } catch (FormatException e) {
      keepsSilent(e);
      return;
    }
    if (offer instanceof OfferLinks.ByValue byValue) {
      URI written = OfferLinks.byValue(byValue.offer());
      OfferLinks.ByValue again = (OfferLinks.ByValue) OfferLinks.read(written);
      require(OfferLinks.byValue(again.offer()).equals(written), "an offer changes when written");
    }
  }

  private static void request(URI link) throws FormatException {
    PresentationRequest request;
    try {
      request = PresentationLinks.read(link);
    } catch (FormatException e) {
      keepsSilent(e);
      return;
    }
    URI written = PresentationLinks.write(request);
    require(
        PresentationLinks.write(PresentationLinks.read(written)).equals(written),
        "a request changes when written");
  }
}
