package id.simpul.examples.twocities;

/**
 * Who takes part in the story.
 *
 * @param anchor the national anchor, which everybody has pinned
 * @param province the province of Jambi, below the anchor
 * @param jambi Kota Jambi, below the province
 * @param jakarta Jakarta, a province itself, below the anchor
 */
record Cast(Office anchor, Office province, City jambi, City jakarta) {}
