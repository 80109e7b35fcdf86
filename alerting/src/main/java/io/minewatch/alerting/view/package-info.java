/** An incident as people see it: one view for every surface, in both languages. */
@NullMarked
package io.minewatch.alerting.view;

import org.jspecify.annotations.NullMarked;
