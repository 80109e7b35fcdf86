/**
 * Warnings of others, of weather and dams: which mines they concern, and the incidents they open.
 */
@NullMarked
package io.minewatch.alerting.warning;

import org.jspecify.annotations.NullMarked;
