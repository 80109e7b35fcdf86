/** Mail by SMTP. */
@NullMarked
package io.minewatch.alerting.notify.mail;

import org.jspecify.annotations.NullMarked;
