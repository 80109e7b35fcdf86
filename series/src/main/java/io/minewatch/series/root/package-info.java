/**
 * The keyed sum over readings by which alterations in the store are found, in the one form in which
 * both make it: who writes, and who reads back.
 */
@NullMarked
package io.minewatch.series.root;

import org.jspecify.annotations.NullMarked;
