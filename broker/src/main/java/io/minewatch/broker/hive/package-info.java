/** The broker itself: HiveMQ CE in this JVM, set up by us, with our sign-in and access rules. */
@NullMarked
package io.minewatch.broker.hive;

import org.jspecify.annotations.NullMarked;
