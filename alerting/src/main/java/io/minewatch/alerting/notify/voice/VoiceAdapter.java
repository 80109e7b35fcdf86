package io.minewatch.alerting.notify.voice;

import io.minewatch.alerting.notify.Result;

/**
 * Whatever makes telephones ring. It says {@link Line#text}, asks for the digit that confirms, and
 * tells what it hears through the receipts it was made with.
 */
public interface VoiceAdapter extends AutoCloseable {
  /**
   * One call.
   *
   * @param id known again: the same id must not ring twice where that can be helped
   */
  record Line(String id, String number, String text, String textEnglish) {
    /** Never shows number or text. */
    @Override
    public String toString() {
      return "line " + id;
    }
  }

  /** Starts a call; returns when the exchange has it. */
  Result dial(Line line);

  /** Whether the exchange would take a call. */
  Result probe();

  @Override
  void close();
}
