/** Who is signed in and who may do what: decided here and nowhere else. */
@NullMarked
package io.minewatch.alerting.access;

import org.jspecify.annotations.NullMarked;
