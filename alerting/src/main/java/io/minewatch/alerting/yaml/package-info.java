/** Reads our YAML files so that every problem of all of them is named at once. */
@NullMarked
package io.minewatch.alerting.yaml;

import org.jspecify.annotations.NullMarked;
