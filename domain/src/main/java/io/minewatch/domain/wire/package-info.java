/**
 * The messages that cross the broker: topics, envelopes and codecs. The only room that knows JSON.
 */
@NullMarked
package io.minewatch.domain.wire;

import org.jspecify.annotations.NullMarked;
