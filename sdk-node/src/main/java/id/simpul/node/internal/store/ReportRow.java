package id.simpul.node.internal.store;

/**
 * One report as the index lists it.
 *
 * @param stream the stream that holds its events
 * @param entry how it was entered
 * @param latest its latest status
 */
public record ReportRow(StreamId stream, ReportEntry entry, StatusEntry latest) {}
