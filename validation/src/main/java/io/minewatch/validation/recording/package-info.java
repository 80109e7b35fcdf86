/** Reads recorded tables. */
@NullMarked
package io.minewatch.validation.recording;

import org.jspecify.annotations.NullMarked;
