/** Tests of accidents and their reports. */
@NullMarked
package io.minewatch.alerting.accident;

import org.jspecify.annotations.NullMarked;
