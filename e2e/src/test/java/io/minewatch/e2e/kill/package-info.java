/** The product as real processes that are killed in the middle of things. */
@NullMarked
package io.minewatch.e2e.kill;

import org.jspecify.annotations.NullMarked;
