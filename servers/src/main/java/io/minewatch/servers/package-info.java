/** Real servers for tests: in a container where an engine answers, else as local processes. */
@NullMarked
package io.minewatch.servers;

import org.jspecify.annotations.NullMarked;
