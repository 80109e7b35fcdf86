/** What goes wrong, where and when, and what must be said of it. */
@NullMarked
package io.minewatch.bench.script;

import org.jspecify.annotations.NullMarked;
