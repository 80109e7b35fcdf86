/** Clues (问题线索): what was suspected of a mine, and followed by people until it is closed. */
@NullMarked
package io.minewatch.alerting.clue;

import org.jspecify.annotations.NullMarked;
