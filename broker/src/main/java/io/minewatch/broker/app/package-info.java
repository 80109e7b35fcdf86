/** The broker as a program: settings, start, stop, and the making of accounts. */
@NullMarked
package io.minewatch.broker.app;

import org.jspecify.annotations.NullMarked;
