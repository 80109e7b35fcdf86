/** Writes docs/validation.md. */
@NullMarked
package io.minewatch.validation.report;

import org.jspecify.annotations.NullMarked;
