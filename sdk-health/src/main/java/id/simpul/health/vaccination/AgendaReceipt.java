package id.simpul.health.vaccination;

/**
 * What a node took of an agenda.
 *
 * @param places how many places were new or changed
 * @param slots how many slots were new or changed
 */
public record AgendaReceipt(int places, int slots) {}
