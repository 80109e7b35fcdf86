/** What is known of the gateways of a mine: their numbering and their clocks. */
@NullMarked
package io.minewatch.judge.feed;

import org.jspecify.annotations.NullMarked;
