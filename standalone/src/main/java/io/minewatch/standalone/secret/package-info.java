/**
 * The generated secrets of one installation: made once, kept in a file that only its owner reads.
 */
@NullMarked
package io.minewatch.standalone.secret;

import org.jspecify.annotations.NullMarked;
