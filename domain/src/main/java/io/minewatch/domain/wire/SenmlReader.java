package io.minewatch.domain.wire;

import static io.minewatch.domain.wire.Senml.require;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.minewatch.domain.feed.RejectReason;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.reading.ReadingBatch;
import java.io.IOException;

/** Reads one pack: holds the base fields while it walks the records. Used once. */
final class SenmlReader {
  /** The version of RFC 8428, and what holds where none is told. */
  private static final long VERSION = 10;

  /** RFC 9100: {@link #VERSION} with feature 4, which says that secondary units are used. */
  private static final long VERSION_SECONDARY_UNITS = VERSION + (1 << 4);

  /** The integer labels of the CBOR form, -6 to 8, as names. */
  private static final String[] CBOR_LABELS = {
    "bs", "bv", "bu", "bt", "bn", "bver", "n", "u", "v", "vs", "vb", "s", "t", "ut", "vd"
  };

  private final JsonParser in;
  private final boolean cbor;
  private final String prefix;
  private final long receivedMillis;
  private final ReadingBatch into;

  private String baseName = "";
  private double baseTime;
  private String baseUnit = "";
  private double baseValue;
  private boolean hasBaseValue;
  private long version = VERSION;
  private boolean begun;

  private String name = "";
  private String unit = "";
  private double time;
  private double value;
  private boolean hasValue;
  private boolean hasOther;
  private int valueFields;
  private Quality quality = Quality.GOOD;

  SenmlReader(JsonParser in, boolean cbor, String prefix, long receivedMillis, ReadingBatch into) {
    this.in = in;
    this.cbor = cbor;
    this.prefix = prefix;
    this.receivedMillis = receivedMillis;
    this.into = into;
  }

  void readPack() throws IOException, WireException {
    require(in.nextToken() == JsonToken.START_ARRAY, in, "a pack is an array");
    while (in.nextToken() != JsonToken.END_ARRAY) {
      require(in.currentToken() == JsonToken.START_OBJECT, in, "a record is an object");
      readRecord();
    }
    require(in.nextToken() == null, in, "something follows the pack");
  }

  private void readRecord() throws IOException, WireException {
    name = "";
    unit = "";
    time = 0;
    value = 0;
    hasValue = false;
    hasOther = false;
    valueFields = 0;
    quality = Quality.GOOD;
    while (in.nextToken() != JsonToken.END_OBJECT) {
      String label = label(in.currentName());
      in.nextToken();
      readField(label);
    }
    finish();
  }

  private String label(String raw) throws WireException {
    if (!cbor || raw.isEmpty() || (raw.charAt(0) > '9' && raw.charAt(0) != '-')) {
      return raw;
    }
    try {
      int number = Integer.parseInt(raw);
      return number >= -6 && number <= 8 ? CBOR_LABELS[number + 6] : raw;
    } catch (NumberFormatException e) {
      return raw;
    }
  }

  private void readField(String label) throws IOException, WireException {
    switch (label) {
      case "n" -> name = text(label);
      case "v" -> {
        value = number(label);
        hasValue = true;
        valueFields++;
      }
      case "u" -> unit = text(label);
      case "t" -> time = number(label);
      case "q" -> quality = quality();
      case "vb" -> {
        require(in.currentToken().isBoolean(), in, "vb is true or false");
        value = in.getBooleanValue() ? 1 : 0;
        hasValue = true;
        valueFields++;
      }
      case "bn" -> baseName = text(label);
      case "bt" -> baseTime = number(label);
      case "bu" -> baseUnit = text(label);
      case "bv" -> {
        baseValue = number(label);
        hasBaseValue = true;
      }
      case "bver" -> readVersion();
      case "vs" -> {
        text(label);
        hasOther = true;
        valueFields++;
      }
      case "vd" -> {
        readData();
        hasOther = true;
        valueFields++;
      }
      case "s" -> {
        number(label);
        hasOther = true; // a sum may stand beside a value
      }
      case "ut", "bs" -> number(label); // checked; nothing here needs them
      case "qr" -> text(label);
      default -> {
        require(!label.endsWith("_"), in, "label '" + label + "' must be understood, and is not");
        in.skipChildren();
      }
    }
  }

  /**
   * A later version, or one with features that we do not know, is refused, and so are records of
   * one pack that say different versions (RFC 8428 section 4.4, RFC 9100).
   */
  private void readVersion() throws IOException, WireException {
    require(in.currentToken() == JsonToken.VALUE_NUMBER_INT, in, "bver is a whole number");
    require(in.getNumberType() == JsonParser.NumberType.INT, in, "bver is a small number");
    long told = in.getLongValue();
    require(told > 0, in, "bver is above 0");
    require(
        told <= VERSION || told == VERSION_SECONDARY_UNITS,
        in,
        "bver is "
            + told
            + ", the versions read are "
            + VERSION
            + " and "
            + VERSION_SECONDARY_UNITS);
    require(!begun || told == version, in, "the records of a pack have one version");
    version = told;
  }

  /** Base64 text in JSON, bytes in CBOR. */
  private void readData() throws WireException {
    JsonToken token = in.currentToken();
    boolean bytes = cbor && token == JsonToken.VALUE_EMBEDDED_OBJECT;
    require(bytes || token == JsonToken.VALUE_STRING, in, "vd is data");
  }

  private void finish() throws WireException {
    begun = true;
    require(valueFields <= 1, in, "record '" + name + "' has more than one value");
    if (!hasValue && !hasOther && !hasBaseValue) {
      require(name.isEmpty(), in, "record '" + name + "' has no value");
      return; // a record that only sets base fields
    }
    String point = point();
    if (into.size() == ReadingBatch.MAX_READINGS) {
      throw new WireException(
          RejectReason.TOO_LARGE, "more than " + ReadingBatch.MAX_READINGS + " readings");
    }
    boolean numeric = hasValue || (hasBaseValue && !hasOther);
    into.add(
        point,
        numeric ? baseValue + value : Double.NaN,
        unit.isEmpty() ? baseUnit : unit,
        measuredMillis(),
        quality);
  }

  /** The usual form, base name as told and name alone, makes no text. */
  private String point() throws WireException {
    if (baseName.equals(prefix) && !name.isEmpty()) {
      return name;
    }
    String full = baseName + name;
    if (!full.startsWith(prefix) || full.length() == prefix.length()) {
      throw new WireException(
          RejectReason.WRONG_TOPIC, "name '" + full + "' does not belong to " + prefix);
    }
    return full.substring(prefix.length());
  }

  private long measuredMillis() {
    double seconds = baseTime + time;
    return seconds < Senml.RELATIVE_BELOW_SECONDS
        ? receivedMillis + Math.round(seconds * 1000)
        : Math.round(seconds * 1000);
  }

  private String text(String label) throws IOException, WireException {
    require(in.currentToken() == JsonToken.VALUE_STRING, in, label + " is a text");
    return in.getText();
  }

  private double number(String label) throws IOException, WireException {
    require(Senml.isNumber(in.currentToken()), in, label + " is a number");
    return in.getDoubleValue();
  }

  private Quality quality() throws IOException, WireException {
    String text = text("q");
    try {
      return Quality.valueOf(text);
    } catch (IllegalArgumentException e) {
      throw new WireException(RejectReason.UNREADABLE, "no such quality: '" + text + "'");
    }
  }
}
