/**
 * The life of an incident: called, acknowledged, responded to, people withdrawn, closed on
 * evidence. Decides; carries nothing out.
 */
@NullMarked
package io.minewatch.alerting.chain;

import org.jspecify.annotations.NullMarked;
