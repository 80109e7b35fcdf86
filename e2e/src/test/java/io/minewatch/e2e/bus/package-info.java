/** What stands in the place of a broker, where the service runs and no broker does. */
@NullMarked
package io.minewatch.e2e.bus;

import org.jspecify.annotations.NullMarked;
