/** Tests of clues. */
@NullMarked
package io.minewatch.alerting.clue;

import org.jspecify.annotations.NullMarked;
