package id.simpul.testkit.architecture.broken.core;

import okhttp3.OkHttpClient;

/** A second seam for OkHttp. */
public final class ShowsOkHttp {
  /** Takes it. */
  public void take(OkHttpClient client) {}
}
