/** The one set of parameters for each kind of series, and the rule behind it. */
@NullMarked
package io.minewatch.validation.rule;

import org.jspecify.annotations.NullMarked;
