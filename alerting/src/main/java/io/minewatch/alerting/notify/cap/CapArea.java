package io.minewatch.alerting.notify.cap;

import java.util.ArrayList;
import java.util.List;

/**
 * Where an alert holds.
 *
 * @param polygons closed, each of at least four places
 * @param circles by centre and radius in kilometres
 * @param codes values of its geocodes
 */
public record CapArea(
    String description, List<List<Place>> polygons, List<Circle> circles, List<String> codes) {
  /** Kilometres of a degree of latitude on the sphere of CAP's accuracy. */
  private static final double KM_PER_DEGREE = 111.195;

  private static final int ADMIN_DIGITS = 6;

  /** WGS 84, in degrees. */
  public record Place(double latitude, double longitude) {
    public Place {
      if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
        throw new IllegalArgumentException("no place on earth: " + latitude + "," + longitude);
      }
    }

    /** Reads {@code 37.5,112.5}. */
    static Place parse(String text) throws CapException {
      String[] parts = text.split(",", -1);
      try {
        if (parts.length == 2) {
          return new Place(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
        }
      } catch (IllegalArgumentException e) {
        // told below
      }
      throw new CapException("no place: " + text.substring(0, Math.min(40, text.length())));
    }
  }

  /** A centre and what is around it. */
  public record Circle(Place centre, double kilometres) {}

  public CapArea {
    polygons = List.copyOf(polygons);
    circles = List.copyOf(circles);
    codes = List.copyOf(codes);
  }

  /** Whether a place lies in a polygon or circle. */
  public boolean holds(Place place) {
    return polygons.stream().anyMatch(polygon -> isInside(polygon, place))
        || circles.stream()
            .anyMatch(circle -> kilometres(circle.centre(), place) <= circle.kilometres());
  }

  /**
   * Whether a code names one of these jurisdictions. Codes of the statistical offices are filled up
   * with zeros: 140000 and 140000000000 are the province 14.
   */
  public boolean names(List<String> jurisdiction) {
    return codes.stream().anyMatch(code -> jurisdiction.contains(shortened(code)));
  }

  private static String shortened(String code) {
    String kept = code.length() > ADMIN_DIGITS ? code.substring(0, ADMIN_DIGITS) : code;
    while (kept.length() > 2 && kept.length() % 2 == 0 && kept.endsWith("00")) {
      kept = kept.substring(0, kept.length() - 2);
    }
    return kept;
  }

  /** Counts how often a line to the east crosses the border; an edge belongs to one side. */
  private static boolean isInside(List<Place> polygon, Place place) {
    boolean inside = false;
    for (int i = 0, j = polygon.size() - 1; i < polygon.size(); j = i++) {
      Place a = polygon.get(i);
      Place b = polygon.get(j);
      boolean between = a.latitude() > place.latitude() != b.latitude() > place.latitude();
      if (between) {
        double part = (place.latitude() - a.latitude()) / (b.latitude() - a.latitude());
        double crossing = a.longitude() + part * (b.longitude() - a.longitude());
        inside ^= place.longitude() < crossing;
      }
    }
    return inside;
  }

  private static double kilometres(Place a, Place b) {
    double north = Math.toRadians(b.latitude() - a.latitude()) / 2;
    double east = Math.toRadians(b.longitude() - a.longitude()) / 2;
    double cosines =
        Math.cos(Math.toRadians(a.latitude())) * Math.cos(Math.toRadians(b.latitude()));
    double square = Math.pow(Math.sin(north), 2) + cosines * Math.pow(Math.sin(east), 2);
    return Math.toDegrees(2 * Math.asin(Math.sqrt(Math.min(1, square)))) * KM_PER_DEGREE;
  }

  /** Reads the places of a polygon, parted by spaces. */
  static List<Place> polygon(String text) throws CapException {
    List<Place> places = new ArrayList<>();
    for (String part : text.strip().split("\\s+", -1)) {
      places.add(Place.parse(part));
    }
    if (places.size() < 4 || !places.get(0).equals(places.get(places.size() - 1))) {
      throw new CapException("a polygon has four places or more and ends where it began");
    }
    return places;
  }

  /** Reads {@code 37.5,112.5 20}. */
  static Circle circle(String text) throws CapException {
    String[] parts = text.strip().split("\\s+", -1);
    try {
      if (parts.length == 2) {
        return new Circle(Place.parse(parts[0]), Double.parseDouble(parts[1]));
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new CapException("a circle is a place and kilometres");
  }
}
