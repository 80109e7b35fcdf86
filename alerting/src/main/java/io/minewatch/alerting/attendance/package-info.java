/** Who would hear a call at a console: pages with their sound on, of people who may answer. */
@NullMarked
package io.minewatch.alerting.attendance;

import org.jspecify.annotations.NullMarked;
