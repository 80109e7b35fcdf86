package io.minewatch.ingest.gateway.input;

import io.minewatch.ingest.gateway.message.Payloads;

/**
 * What an input of messages hands over to.
 *
 * @param payloads used by this input alone
 * @param keeper where what is taken goes
 * @param refused where what is not taken goes
 * @param times the steady clock says when a message came in, the wall clock what "now" is
 */
public record Inlet(Payloads payloads, Keeper keeper, RefusedMessages refused, Times times) {}
