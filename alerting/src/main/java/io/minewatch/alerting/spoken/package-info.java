/** What is refused, in both languages. */
@NullMarked
package io.minewatch.alerting.spoken;

import org.jspecify.annotations.NullMarked;
