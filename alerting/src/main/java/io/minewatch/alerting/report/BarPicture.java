package io.minewatch.alerting.report;

import java.util.List;
import java.util.Locale;

/** Counts of the days of a month as bars (SVG), each with its number: nothing hangs on a colour. */
final class BarPicture {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 150;
  private static final int BOTTOM = 18;
  private static final int TOP = 16;

  private BarPicture() {}

  /**
   * The picture.
   *
   * @param counts of each day, the first first
   */
  static String of(List<Integer> counts, String label) {
    int most = Math.max(1, counts.stream().mapToInt(Integer::intValue).max().orElse(0));
    double step = (double) WIDTH / counts.size();
    StringBuilder svg = new StringBuilder();
    svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ").append(WIDTH);
    svg.append(' ').append(HEIGHT).append("\" role=\"img\" aria-label=\"");
    svg.append(Sheet.escape(label)).append("\" font-size=\"10\" font-family=\"sans-serif\"");
    svg.append(" text-anchor=\"middle\">");
    for (int i = 0; i < counts.size(); i++) {
      double height = (double) counts.get(i) / most * (HEIGHT - TOP - BOTTOM);
      double x = i * step;
      svg.append("<rect fill=\"#444\" x=\"").append(digits(x + 2)).append("\" y=\"");
      svg.append(digits(HEIGHT - BOTTOM - height)).append("\" width=\"");
      svg.append(digits(step - 4)).append("\" height=\"").append(digits(height)).append("\"/>");
      if (counts.get(i) > 0) {
        text(svg, x + step / 2, HEIGHT - BOTTOM - height - 4, counts.get(i));
      }
      text(svg, x + step / 2, HEIGHT - 5, i + 1);
    }
    svg.append("<path stroke=\"#000\" d=\"M0 ").append(HEIGHT - BOTTOM).append('H').append(WIDTH);
    return svg.append("\"/></svg>").toString();
  }

  private static void text(StringBuilder svg, double x, double y, int number) {
    svg.append("<text x=\"").append(digits(x)).append("\" y=\"").append(digits(y));
    svg.append("\">").append(number).append("</text>");
  }

  private static String digits(double of) {
    return String.format(Locale.ROOT, "%.1f", of);
  }
}
