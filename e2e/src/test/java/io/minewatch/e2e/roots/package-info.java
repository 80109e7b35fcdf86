/**
 * The archive job's function tells the real service what it has written, and somebody alters it.
 */
@NullMarked
package io.minewatch.e2e.roots;

import org.jspecify.annotations.NullMarked;
