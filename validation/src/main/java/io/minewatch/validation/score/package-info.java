/** How right a detector was. */
@NullMarked
package io.minewatch.validation.score;

import org.jspecify.annotations.NullMarked;
