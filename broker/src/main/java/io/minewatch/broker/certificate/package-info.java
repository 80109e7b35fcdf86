/** An authority of our own: it signs for clients, so that each signs in by a certificate. */
@NullMarked
package io.minewatch.broker.certificate;

import org.jspecify.annotations.NullMarked;
