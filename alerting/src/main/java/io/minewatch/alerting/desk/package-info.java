/**
 * Carries the chain out: applies acts in transactions, wakes what is due, hands calls to channels.
 */
@NullMarked
package io.minewatch.alerting.desk;

import org.jspecify.annotations.NullMarked;
