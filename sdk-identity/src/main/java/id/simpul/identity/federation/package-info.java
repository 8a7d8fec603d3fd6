/**
 * Which entity may sign with which keys. Today keys are pinned in configuration; chains of entity
 * statements (OpenID Federation 1.1) come behind the same {@link
 * id.simpul.identity.federation.TrustResolver}.
 */
@NullMarked
package id.simpul.identity.federation;

import org.jspecify.annotations.NullMarked;
