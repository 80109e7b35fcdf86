package io.minewatch.alerting.notify.cap;

import io.minewatch.alerting.notify.cap.CapSource.About;
import io.minewatch.alerting.notify.cap.CapSource.Mark;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes our alerts as CAP 1.2, in Chinese and English. No name of a person, no number, no code.
 */
public final class CapWriter {
  private static final String RESTRICTION = "矿山安全监管监察与应急人员 mine safety authorities and staff";
  private static final int CIRCLE_KM = 5;

  private final XMLStreamWriter xml;
  private final StringWriter text = new StringWriter();

  private CapWriter() throws XMLStreamException {
    xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
  }

  /** Which message it is. */
  public record Head(
      CapAlert.Reference self,
      CapAlert.Status status,
      CapAlert.MsgType msgType,
      List<CapAlert.Reference> earlier) {}

  /** An alert, an update or a cancellation. */
  public static String alert(Head head, About about) {
    return written(
        writer -> {
          writer.head(head, "Minewatch incident");
          writer.info(about, true);
          writer.info(about, false);
        });
  }

  /** The receipt of an alert of others. */
  public static String ack(CapAlert.Reference self, CapAlert of, String note) {
    Head head = new Head(self, of.status(), CapAlert.MsgType.Ack, List.of(of.reference()));
    return written(writer -> writer.head(head, note));
  }

  private interface Part {
    void write(CapWriter writer) throws XMLStreamException;
  }

  private static String written(Part part) {
    try {
      CapWriter writer = new CapWriter();
      writer.xml.writeStartDocument("UTF-8", "1.0");
      writer.xml.writeStartElement("alert");
      writer.xml.writeDefaultNamespace(CapReader.NAMESPACE);
      part.write(writer);
      writer.xml.writeEndElement();
      writer.xml.writeEndDocument();
      return writer.text.toString();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("an alert cannot be written", e);
    }
  }

  private void head(Head head, String note) throws XMLStreamException {
    element("identifier", head.self().identifier());
    element("sender", head.self().sender());
    element("sent", CapTime.of(head.self().sent()));
    element("status", head.status().name());
    element("msgType", head.msgType().name());
    element("scope", "Restricted");
    element("restriction", RESTRICTION);
    element("note", note);
    if (!head.earlier().isEmpty()) {
      element(
          "references",
          head.earlier().stream()
              .map(CapAlert.Reference::toString)
              .collect(Collectors.joining(" ")));
    }
  }

  private static String mark(About about, boolean chinese) {
    if (about.marks().contains(Mark.TEST)) {
      return chinese ? "【测试，无告警】" : "TEST, no alarm. ";
    }
    return about.marks().contains(Mark.DRILL) ? (chinese ? "【演习】" : "DRILL. ") : "";
  }

  private void info(About about, boolean chinese) throws XMLStreamException {
    boolean closed = about.standing() == CapSource.Standing.CLOSED;
    boolean out = about.marks().contains(Mark.WITHDRAWING);
    var names = about.names();
    String mine = chinese ? names.mine() : names.mineEnglish();
    String zones = chinese ? names.zones() : names.zonesEnglish();
    xml.writeStartElement("info");
    element("language", chinese ? "zh-CN" : "en-US");
    element("category", "Safety");
    element("event", chinese ? "矿山安全告警" : "mine safety alarm");
    element("responseType", closed ? "AllClear" : out ? "Evacuate" : "Monitor");
    element("urgency", closed ? "Past" : "Immediate");
    element("severity", severity(about).name());
    element("certainty", "Observed");
    element("onset", CapTime.of(about.onset()));
    element("senderName", "Minewatch");
    String drill = mark(about, chinese);
    element("headline", drill + mine + (closed ? (chinese ? "：解除" : ": over") : ": " + zones));
    element("description", drill + zones);
    xml.writeStartElement("area");
    element("areaDesc", mine);
    CapArea.@Nullable Place place = about.place();
    if (place != null) {
      element("circle", place.latitude() + "," + place.longitude() + " " + CIRCLE_KM);
    }
    for (String code : about.codes()) {
      xml.writeStartElement("geocode");
      element("valueName", "GB/T 2260");
      element("value", code);
      xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static CapAlert.Severity severity(About about) {
    return switch (about.severity()) {
      case RED -> CapAlert.Severity.Extreme;
      case ORANGE -> CapAlert.Severity.Severe;
      case YELLOW -> CapAlert.Severity.Moderate;
      case BLUE -> CapAlert.Severity.Minor;
    };
  }

  private void element(String name, String value) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(clean(value));
    xml.writeEndElement();
  }

  /** XML 1.0 has no place for control characters. */
  static String clean(String value) {
    return value.replaceAll("[\\p{Cntrl}&&[^\\t\\n\\r]]", " ");
  }

  /** A feed of messages (RFC 4287), the newest first. */
  static String feed(String id, Instant updated, List<CapFeed.Entry> entries) {
    try {
      CapWriter writer = new CapWriter();
      writer.xml.writeStartDocument("UTF-8", "1.0");
      writer.xml.writeStartElement("feed");
      writer.xml.writeDefaultNamespace("http://www.w3.org/2005/Atom");
      writer.element("id", id);
      writer.element("title", "Minewatch");
      writer.element("updated", updated.toString());
      for (CapFeed.Entry entry : entries) {
        writer.entry(entry);
      }
      writer.xml.writeEndElement();
      writer.xml.writeEndDocument();
      return writer.text.toString();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a feed cannot be written", e);
    }
  }

  private void entry(CapFeed.Entry entry) throws XMLStreamException {
    xml.writeStartElement("entry");
    element("id", "urn:minewatch:" + entry.identifier());
    element("title", entry.title());
    element("updated", entry.sent().toString());
    xml.writeStartElement("author");
    element("name", "Minewatch");
    xml.writeEndElement();
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", "alternate");
    xml.writeAttribute("type", "application/cap+xml");
    xml.writeAttribute("href", entry.href());
    xml.writeEndElement();
  }
}
