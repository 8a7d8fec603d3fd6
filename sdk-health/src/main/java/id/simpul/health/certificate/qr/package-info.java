/**
 * QR codes of health certificates as pictures, and out of them. This needs ZXing ({@code
 * com.google.zxing:core}), which is an optional dependency: without it everything else works, and
 * what is here says what is missing.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.health.certificate.qr;

import org.jspecify.annotations.NullMarked;
