/** The validation program. */
@NullMarked
package io.minewatch.validation.app;

import org.jspecify.annotations.NullMarked;
