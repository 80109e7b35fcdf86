/** Tests of the electronic seal. */
@NullMarked
package io.minewatch.alerting.seal;

import org.jspecify.annotations.NullMarked;
