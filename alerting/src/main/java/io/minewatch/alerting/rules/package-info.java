/** The rule packs: every safety number with its clause, date and confidence. */
@NullMarked
package io.minewatch.alerting.rules;

import org.jspecify.annotations.NullMarked;
