package io.minewatch.domain.wire;

import static io.minewatch.domain.wire.Senml.require;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.minewatch.domain.feed.RefusedRecord;
import io.minewatch.domain.feed.RejectReason;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.reading.ReadingBatch;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads one pack: holds the base fields while it walks the records. Used once. A fault costs the
 * record in which it stands; that of a base field every record until the field is set anew, for
 * nobody knows what they say.
 */
final class SenmlReader {
  /** A name, a unit or a word that is longer is none. */
  private static final int LONGEST_TEXT = 512;

  private final JsonParser in;
  private final boolean cbor;
  private final Senml.Filling into;
  private final SenmlVersion version = new SenmlVersion();
  private final Map<String, String> brokenBase = new TreeMap<>();
  private int records;
  private int refused;

  private String baseName = "";
  private double baseTime;
  private String baseUnit = "";
  private double baseValue;
  private boolean hasBaseValue;

  private String name = "";
  private String unit = "";
  private double time;
  private double value;
  private boolean hasValue;
  private boolean hasOther;
  private int valueFields;
  private Quality quality = Quality.GOOD;
  private @Nullable String oddQuality;
  private @Nullable String fault;

  SenmlReader(JsonParser in, boolean cbor, Senml.Filling into) {
    this.in = in;
    this.cbor = cbor;
    this.into = into;
  }

  void readPack() throws IOException, WireException {
    require(in.nextToken() == JsonToken.START_ARRAY, in, "a pack is an array");
    for (JsonToken token = in.nextToken(); token != JsonToken.END_ARRAY; token = in.nextToken()) {
      require(token != null, in, "a pack has an end");
      readRecord();
      records++;
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
    oddQuality = null;
    fault = null;
    if (in.currentToken() == JsonToken.START_OBJECT) {
      while (in.nextToken() != JsonToken.END_OBJECT) {
        String label = cbor ? SenmlWords.label(in.currentName()) : in.currentName();
        in.nextToken();
        readField(label);
        in.skipChildren(); // of what should have been one value
      }
    } else {
      fault(false, "a record is an object");
      in.skipChildren();
    }
    finish();
  }

  private void readField(String label) throws IOException, WireException {
    switch (label) {
      case "n" -> name = text(label);
      case "v" -> takeValue(number(label));
      case "u" -> unit = text(label);
      case "t" -> time = number(label);
      case "q" -> readQuality();
      case "vb" -> {
        fault(in.currentToken().isBoolean(), "vb is true or false");
        takeValue(in.currentToken() == JsonToken.VALUE_TRUE ? 1 : 0);
      }
      case "bn", "bt", "bu", "bv" -> readBase(label);
      case "bver" -> version.read(in);
      case "vs" -> {
        fault(in.currentToken() == JsonToken.VALUE_STRING, "vs is a text");
        hasOther = true;
        valueFields++;
      }
      case "vd" -> {
        // Base64 text in JSON, bytes in CBOR.
        boolean bytes = cbor && in.currentToken() == JsonToken.VALUE_EMBEDDED_OBJECT;
        fault(bytes || in.currentToken() == JsonToken.VALUE_STRING, "vd is data");
        hasOther = true;
        valueFields++;
      }
      case "s" -> {
        number(label);
        hasOther = true; // a sum may stand beside a value
      }
      case "ut", "bs" -> number(label); // checked; nothing here needs them
      case "qr" -> text(label);
      default ->
          require(!label.endsWith("_"), in, "label '" + label + "' must be understood, and is not");
    }
  }

  private void takeValue(double told) {
    value = told;
    hasValue = true;
    valueFields++;
  }

  private void readBase(String label) throws IOException {
    boolean text = label.equals("bn") || label.equals("bu");
    boolean right = text ? isText() : Senml.isNumber(in.currentToken());
    if (!right) {
      fault(false, label + (text ? " is a text" : " is a number"));
      brokenBase.put(label, fault == null ? label : fault);
      return;
    }
    brokenBase.remove(label);
    switch (label) {
      case "bn" -> baseName = in.getText();
      case "bt" -> baseTime = in.getDoubleValue();
      case "bu" -> baseUnit = in.getText();
      default -> {
        baseValue = in.getDoubleValue();
        hasBaseValue = true;
      }
    }
  }

  private void finish() throws WireException {
    version.recordEnds();
    boolean says = hasValue || hasOther || hasBaseValue;
    if (fault == null && !says && name.isEmpty()) {
      return; // a record that only sets base fields
    }
    if (into.readings().size() + refused >= ReadingBatch.MAX_READINGS) {
      throw new WireException(
          RejectReason.TOO_LARGE, "more than " + ReadingBatch.MAX_READINGS + " readings");
    }
    fault(says, "it has no value");
    fault(valueFields <= 1, "it has more than one value");
    if (fault == null && !brokenBase.isEmpty()) {
      fault = brokenBase.values().iterator().next();
    }
    String point = SenmlWords.point(into.prefix(), baseName, name);
    if (fault != null) {
      refused++;
      tell(RejectReason.UNREADABLE, fault, false);
    } else if (point == null) {
      refused++;
      String why = "'" + baseName + name + "' does not belong to " + into.prefix();
      tell(RejectReason.WRONG_TOPIC, why, false);
    } else {
      take(point);
    }
  }

  private void take(String point) {
    boolean numeric = hasValue || (hasBaseValue && !hasOther);
    into.readings()
        .add(
            point,
            numeric ? baseValue + value : Double.NaN,
            unit.isEmpty() ? baseUnit : unit,
            measuredMillis(),
            quality);
    if (oddQuality != null) {
      String why = "no such quality: '" + oddQuality + "', taken as SUSPECT";
      tell(RejectReason.UNREADABLE, why, true);
    }
  }

  private long measuredMillis() {
    double seconds = baseTime + time;
    return seconds < Senml.RELATIVE_BELOW_SECONDS
        ? into.receivedMillis() + Math.round(seconds * 1000)
        : Math.round(seconds * 1000);
  }

  private boolean isText() throws IOException {
    return in.currentToken() == JsonToken.VALUE_STRING && in.getTextLength() <= LONGEST_TEXT;
  }

  private String text(String label) throws IOException {
    if (isText()) {
      return in.getText();
    }
    fault(false, label + " is a text of at most " + LONGEST_TEXT + " characters");
    return "";
  }

  private double number(String label) throws IOException {
    if (Senml.isNumber(in.currentToken())) {
      return in.getDoubleValue();
    }
    fault(false, label + " is a number"); // words are made for what is wrong alone
    return 0;
  }

  /** A word that is none of ours may mean anything: the number is kept, and not relied on. */
  private void readQuality() throws IOException {
    String word = text("q");
    Quality known = SenmlWords.quality(word);
    quality = known == null ? Quality.SUSPECT : known;
    oddQuality = known == null ? word : null;
  }

  /** The first fault of a record is told. */
  private void fault(boolean isRight, String wanted) {
    if (!isRight && fault == null) {
      fault = wanted + " at byte " + in.currentLocation().getByteOffset();
    }
  }

  private void tell(RejectReason reason, String why, boolean isTaken) {
    String told = "record " + records + " '" + name + "': " + why;
    into.refused().add(new RefusedRecord(reason, told, isTaken));
  }
}
