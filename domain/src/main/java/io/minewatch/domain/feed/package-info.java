/** The state of the feed itself: gateways, receipts, refusals and the summary of a mine. */
@NullMarked
package io.minewatch.domain.feed;

import org.jspecify.annotations.NullMarked;
