package id.simpul.core.internal.http;

/**
 * What all calls of one client share.
 *
 * @param keysHonoured whether the node honours idempotency keys
 * @param attempts makes attempts
 * @param reports tells of them
 * @param pulse time and chance
 */
record Pipeline(
    boolean keysHonoured, AttemptRunner attempts, AttemptReports reports, Pulse pulse) {}
