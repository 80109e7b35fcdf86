/** How far one attempt to call somebody has come, and what counts as an answer of a human. */
@NullMarked
package io.minewatch.alerting.calling;

import org.jspecify.annotations.NullMarked;
