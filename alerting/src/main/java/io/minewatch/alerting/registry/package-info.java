/** The mines that are watched, and their plans resolved from the rule packs. */
@NullMarked
package io.minewatch.alerting.registry;

import org.jspecify.annotations.NullMarked;
