package io.minewatch.alerting.notify.cap;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Reads CAP 1.2 from outside. No document type, no entity, nothing from elsewhere, no more bytes,
 * infos and areas than the limits say.
 */
public final class CapReader {
  /** Largest document that is looked at. */
  public static final int MAX_BYTES = 512 * 1024;

  private static final int MOST = 200;
  static final String NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2";

  private CapReader() {}

  /**
   * Reads an alert.
   *
   * @throws CapException with what is wrong
   */
  public static CapAlert read(byte[] document) throws CapException {
    if (document.length > MAX_BYTES) {
      throw new CapException("more than " + MAX_BYTES + " bytes");
    }
    Element alert = parse(document);
    if (!"alert".equals(alert.getLocalName()) || !NAMESPACE.equals(alert.getNamespaceURI())) {
      throw new CapException("no alert of " + NAMESPACE);
    }
    List<CapAlert.Info> infos = new ArrayList<>();
    for (Element info : children(alert, "info")) {
      infos.add(info(info));
    }
    return new CapAlert(
        name(needed(alert, "identifier")),
        name(needed(alert, "sender")),
        CapTime.parse(needed(alert, "sent")),
        constant(alert, "status", CapAlert.Status.class),
        constant(alert, "msgType", CapAlert.MsgType.class),
        references(text(alert, "references")),
        infos);
  }

  private static Element parse(byte[] document) throws CapException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new Silent());
      return builder.parse(new ByteArrayInputStream(document)).getDocumentElement();
    } catch (SAXException e) {
      throw new CapException("no sound XML: " + e.getMessage());
    } catch (IOException | ParserConfigurationException e) {
      throw new CapException("cannot be read: " + e.getMessage());
    }
  }

  /** The parser's own would write to the terminal. */
  private static final class Silent implements ErrorHandler {
    @Override
    public void warning(SAXParseException e) {}

    @Override
    public void error(SAXParseException e) throws SAXException {
      throw e;
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      throw e;
    }
  }

  private static CapAlert.Info info(Element info) throws CapException {
    List<CapArea> areas = new ArrayList<>();
    for (Element area : children(info, "area")) {
      areas.add(area(area));
    }
    String onset = text(info, "onset");
    String expires = text(info, "expires");
    String language = text(info, "language");
    return new CapAlert.Info(
        language.isEmpty() ? "en-US" : language,
        needed(info, "event"),
        constant(info, "severity", CapAlert.Severity.class),
        time(onset),
        time(expires),
        text(info, "headline"),
        text(info, "description"),
        areas);
  }

  private static @Nullable Instant time(String text) throws CapException {
    return text.isEmpty() ? null : CapTime.parse(text);
  }

  private static CapArea area(Element area) throws CapException {
    List<List<CapArea.Place>> polygons = new ArrayList<>();
    for (Element polygon : children(area, "polygon")) {
      polygons.add(CapArea.polygon(polygon.getTextContent()));
    }
    List<CapArea.Circle> circles = new ArrayList<>();
    for (Element circle : children(area, "circle")) {
      circles.add(CapArea.circle(circle.getTextContent()));
    }
    List<String> codes = new ArrayList<>();
    for (Element code : children(area, "geocode")) {
      codes.add(needed(code, "value"));
    }
    return new CapArea(needed(area, "areaDesc"), polygons, circles, codes);
  }

  private static List<CapAlert.Reference> references(String text) throws CapException {
    List<CapAlert.Reference> found = new ArrayList<>();
    for (String each : text.isBlank() ? List.<String>of() : List.of(text.strip().split("\\s+"))) {
      String[] parts = each.split(",", -1);
      if (parts.length != 3) {
        throw new CapException("a reference is sender,identifier,sent");
      }
      found.add(new CapAlert.Reference(name(parts[0]), name(parts[1]), CapTime.parse(parts[2])));
    }
    return found;
  }

  /** Sender and identifier must not hold what parts references. */
  private static String name(String text) throws CapException {
    if (text.length() > 200 || !text.matches("[^\\s,<&]+")) {
      throw new CapException("an identifier without spaces, commas, < and & is needed");
    }
    return text;
  }

  private static <E extends Enum<E>> E constant(Element in, String name, Class<E> type)
      throws CapException {
    String text = needed(in, name);
    for (E each : type.getEnumConstants()) {
      if (each.name().equals(text)) {
        return each;
      }
    }
    throw new CapException(name + " is none of " + List.of(type.getEnumConstants()));
  }

  private static String needed(Element in, String name) throws CapException {
    String text = text(in, name);
    if (text.isEmpty()) {
      throw new CapException(in.getLocalName() + " has no " + name);
    }
    return text;
  }

  private static String text(Element in, String name) throws CapException {
    List<Element> found = children(in, name);
    return found.isEmpty() ? "" : found.get(0).getTextContent().strip();
  }

  private static List<Element> children(Element in, String name) throws CapException {
    List<Element> found = new ArrayList<>();
    for (Node each = in.getFirstChild(); each != null; each = each.getNextSibling()) {
      if (each instanceof Element element
          && name.equals(element.getLocalName())
          && NAMESPACE.equals(element.getNamespaceURI())) {
        found.add(element);
      }
    }
    if (found.size() > MOST) {
      throw new CapException("more than " + MOST + " of " + name);
    }
    return found;
  }
}
