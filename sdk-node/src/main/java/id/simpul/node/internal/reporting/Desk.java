package id.simpul.node.internal.reporting;

import id.simpul.node.internal.store.Store;
import java.time.InstantSource;
import java.time.ZoneId;

/**
 * What all handlers of reports share.
 *
 * @param store where reports are
 * @param catalogue what is offered
 * @param jurisdiction who is served
 * @param zone the zone of times shown
 * @param clock the source of times
 */
record Desk(
    Store store,
    ServiceCatalogue catalogue,
    Jurisdiction jurisdiction,
    ZoneId zone,
    InstantSource clock) {}
