package id.simpul.benchmarks.strangers;

import id.simpul.identity.EntityId;

/** Names nobody knows. */
enum Strangers {
  /**
   * Of ten, four at private addresses, two at a port where nobody listens, one at a server that
   * never answers, one at a server that never ends, and two that are always the same.
   */
  MIXED("strangers of all kinds") {
    @Override
    EntityId name(HostileServers servers, long number) {
      return new EntityId(
          switch ((int) (number % 10)) {
            case 0 -> here(servers.silentPort(), number);
            case 1 -> here(servers.endlessPort(), number);
            case 2, 3 -> here(CLOSED_PORT, number);
            case 4 -> here(servers.silentPort(), 0);
            case 5 -> here(CLOSED_PORT, 0);
            default -> atPrivateAddress(number);
          });
    }
  },
  /** All at private addresses: none holds a thread for long, so most of them are looked at. */
  QUICK("strangers refused at once") {
    @Override
    EntityId name(HostileServers servers, long number) {
      return new EntityId(atPrivateAddress(number));
    }
  };

  private static final int CLOSED_PORT = 1;

  private final String title;

  Strangers(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /**
   * Who signs a request.
   *
   * @param servers what some of them name
   * @param number of the request
   * @return another one each time, but for those that are always the same
   */
  abstract EntityId name(HostileServers servers, long number);

  private static String here(int port, long number) {
    return "http://127.0.0.1:" + port + "/stranger/" + number;
  }

  private static String atPrivateAddress(long number) {
    return "https://10.1.2.3/stranger/" + number;
  }
}
