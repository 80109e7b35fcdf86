/** How long remote inspection takes for its answers about a nation. */
@NullMarked
package io.minewatch.bench.inspect;

import org.jspecify.annotations.NullMarked;
