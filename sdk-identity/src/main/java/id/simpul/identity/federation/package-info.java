/**
 * Which entity may sign with which keys, without a centre: because its keys are pinned ({@link
 * id.simpul.identity.federation.PinnedEntities}), or because a chain of statements leads from it to
 * an anchor whose keys are ({@link id.simpul.identity.federation.ChainResolver}; OpenID Federation
 * 1.1). Whoever stands above others issues statements about them ({@link
 * id.simpul.identity.federation.SubordinateStatementIssuer}), and everybody one about itself
 * ({@link id.simpul.identity.federation.EntityConfigurationIssuer}).
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.identity.federation;

import org.jspecify.annotations.NullMarked;
