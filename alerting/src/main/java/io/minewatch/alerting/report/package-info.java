/** Reports that a person prints or sends: of an incident, of a shift, of a month of an area. */
@NullMarked
package io.minewatch.alerting.report;

import org.jspecify.annotations.NullMarked;
