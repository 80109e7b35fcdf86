/** The electronic seal (电子封条): a mine that is declared stopped, against what is seen of it. */
@NullMarked
package io.minewatch.alerting.seal;

import org.jspecify.annotations.NullMarked;
