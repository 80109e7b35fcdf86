package io.minewatch.jobs.state;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Texts that come again and again on one tape, as the names of zones and stations at every card:
 * each is written once and then named by its number, and is one object again when it is read.
 */
final class Texts {
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> known = new ArrayList<>();

  void write(DataOutputView out, String text) throws IOException {
    Integer number = numbers.putIfAbsent(text, numbers.size());
    if (number != null) {
      out.writeInt(number);
      return;
    }
    out.writeInt(numbers.size() - 1);
    out.writeUTF(text);
  }

  /**
   * The next text.
   *
   * @throws IOException if its number is none that was given
   */
  String read(DataInputView in) throws IOException {
    int number = in.readInt();
    if (number == known.size()) {
      known.add(in.readUTF());
    } else if (number < 0 || number > known.size()) {
      throw new IOException("text " + number + " of " + known.size());
    }
    return known.get(number);
  }
}
