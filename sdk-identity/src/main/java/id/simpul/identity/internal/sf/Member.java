package id.simpul.identity.internal.sf;

/** What a list or dictionary holds: an item or an inner list, with parameters (RFC 9651, 3.1). */
public sealed interface Member permits Item, InnerList {
  /**
   * What is attached to it.
   *
   * @return the parameters, possibly none
   */
  Parameters parameters();
}
