/** What a machine suspects, and why: plain features, each with what it rests on. */
@NullMarked
package io.minewatch.alerting.suspect;

import org.jspecify.annotations.NullMarked;
