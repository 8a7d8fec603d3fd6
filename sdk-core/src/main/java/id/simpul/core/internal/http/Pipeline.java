package id.simpul.core.internal.http;

import java.net.URI;

/**
 * What all calls of one client share.
 *
 * @param node the base URL, for messages
 * @param keysHonoured whether the node honours idempotency keys
 * @param attempts makes attempts
 * @param reports tells of them
 * @param pulse time and chance
 */
record Pipeline(
    URI node, boolean keysHonoured, AttemptRunner attempts, AttemptReports reports, Pulse pulse) {}
