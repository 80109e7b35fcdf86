/** Text messages through a gateway's HTTP interface, and the answers to them. */
@NullMarked
package io.minewatch.alerting.notify.sms;

import org.jspecify.annotations.NullMarked;
