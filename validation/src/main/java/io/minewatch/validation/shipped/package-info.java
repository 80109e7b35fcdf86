/** Recordings judged under the rule packs as they are shipped. */
@NullMarked
package io.minewatch.validation.shipped;

import org.jspecify.annotations.NullMarked;
