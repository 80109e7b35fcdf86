/** Switches that contradict each other or what was ordered: feeds, fans, doors, supply, wind. */
@NullMarked
package io.minewatch.judge.interlock;

import org.jspecify.annotations.NullMarked;
