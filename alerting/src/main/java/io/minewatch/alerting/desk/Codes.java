package io.minewatch.alerting.desk;

import io.minewatch.alerting.journal.CallRows;
import io.minewatch.alerting.notify.sms.SmsChannel;
import java.util.Set;
import java.util.function.IntSupplier;

/**
 * Draws the two digits that are read back. A text says from which number it comes and not which
 * call it answers: what was sent to one number has codes that differ, or the answer to one call
 * would confirm another, of which nothing may have arrived.
 */
final class Codes {
  private static final int FIRST = 10;
  private static final int LAST = 99;

  /**
   * The newest texts to a number, whatever became of them: all of them are on the telephone, and
   * any may be answered by its code. There are always codes that none of them has.
   */
  static final int MOST = 60;

  private Codes() {}

  /** As it is drawn, or the next that none of them has. Inside a transaction. */
  static String draw(CallRows calls, IntSupplier drawn, String channel, String address) {
    int code = drawn.getAsInt();
    if (channel.equals(SmsChannel.NAME)) {
      Set<String> taken = calls.codes(channel, address, MOST);
      while (taken.contains(String.valueOf(code))) {
        code = code == LAST ? FIRST : code + 1;
      }
    }
    return String.valueOf(code);
  }
}
