package id.simpul.core.operation;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A path below an endpoint, in the part of RFC 6570 that operations need: literal segments, {@code
 * {name}} for a whole segment, and {@code {.format}} at the very end for the suffix that chooses a
 * format. The empty template is the endpoint itself. Expands for the client, matches for the node.
 * Immutable.
 */
public final class UriTemplate {
  private static final String FORMAT = "{.format}";
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

  private final String text;
  private final List<Segment> segments;
  private final boolean suffixed;

  private UriTemplate(String text, List<Segment> segments, boolean suffixed) {
    this.text = text;
    this.segments = segments;
    this.suffixed = suffixed;
  }

  private record Segment(String text, boolean variable) {}

  /**
   * What a path matched.
   *
   * @param variables the variables' values, decoded
   * @param suffix the suffix without its dot, {@code ""} when the template has none
   */
  public record Match(Map<String, String> variables, String suffix) {
    /** Copies the variables. */
    public Match {
      variables = Map.copyOf(variables);
    }
  }

  /**
   * Reads a template.
   *
   * @param template for example {@code /services/{service_code}{.format}}, or {@code ""}
   * @return the template
   * @throws IllegalArgumentException when it is outside the part described above
   */
  public static UriTemplate parse(String template) {
    if (template.isEmpty()) {
      return new UriTemplate(template, List.of(), false);
    }
    boolean suffixed = template.endsWith(FORMAT);
    String path = suffixed ? template.substring(0, template.length() - FORMAT.length()) : template;
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("A template starts with a slash: " + template);
    }
    List<Segment> segments = new ArrayList<>();
    for (String part : path.substring(1).split("/", -1)) {
      boolean variable = part.startsWith("{") && part.endsWith("}");
      String name = variable ? part.substring(1, part.length() - 1) : part;
      if (name.isEmpty() || (variable && !NAME.matcher(name).matches()) || name.contains("{")) {
        throw new IllegalArgumentException("Not a template: " + template);
      }
      segments.add(new Segment(name, variable));
    }
    return new UriTemplate(template, List.copyOf(segments), suffixed);
  }

  /**
   * Whether a suffix chooses the format.
   *
   * @return true when the template ends in {@code {.format}}
   */
  public boolean suffixed() {
    return suffixed;
  }

  /**
   * Builds a path.
   *
   * @param variables a value for every variable; encoded here
   * @param suffix the suffix without its dot; ignored when the template has none
   * @return the percent-encoded path, with a leading slash unless it is empty
   * @throws IllegalArgumentException when a variable has no value or an empty one
   */
  public String expand(Map<String, String> variables, String suffix) {
    StringBuilder path = new StringBuilder();
    for (Segment s : segments) {
      path.append('/');
      if (!s.variable) {
        path.append(s.text);
        continue;
      }
      String value = variables.getOrDefault(s.text, "");
      if (value.isEmpty()) {
        throw new IllegalArgumentException("No value for " + s.text + " in " + text);
      }
      path.append(encode(value));
    }
    return suffixed ? path.append('.').append(suffix).toString() : path.toString();
  }

  /**
   * Matches a path.
   *
   * @param path the percent-encoded path, with a leading slash unless it is empty
   * @return the variables and the suffix, or empty when the path is another one
   */
  public Optional<Match> match(String path) {
    if (segments.isEmpty()) {
      return path.isEmpty() ? Optional.of(new Match(Map.of(), "")) : Optional.empty();
    }
    String rest = path;
    String suffix = "";
    if (suffixed) {
      int dot = path.lastIndexOf('.');
      if (dot <= path.lastIndexOf('/') + 1 || dot == path.length() - 1) {
        return Optional.empty();
      }
      rest = path.substring(0, dot);
      suffix = path.substring(dot + 1);
    }
    if (!rest.startsWith("/")) {
      return Optional.empty();
    }
    String[] parts = rest.substring(1).split("/", -1);
    if (parts.length != segments.size()) {
      return Optional.empty();
    }
    Map<String, String> variables = new LinkedHashMap<>();
    for (int i = 0; i < parts.length; i++) {
      Segment s = segments.get(i);
      if (!s.variable) {
        if (!s.text.equals(parts[i])) {
          return Optional.empty();
        }
      } else {
        Optional<String> value = decode(parts[i]);
        if (value.isEmpty() || value.get().isEmpty()) {
          return Optional.empty();
        }
        variables.put(s.text, value.get());
      }
    }
    return Optional.of(new Match(variables, suffix));
  }

  private static String encode(String value) {
    // Form encoding differs from path encoding in the space and in three unreserved marks.
    String encoded =
        URLEncoder.encode(value, StandardCharsets.UTF_8)
            .replace("+", "%20")
            .replace("*", "%2A")
            .replace("%7E", "~");
    // "." and ".." would be swallowed by path normalisation on the way.
    return encoded.chars().allMatch(c -> c == '.') ? encoded.replace(".", "%2E") : encoded;
  }

  private static Optional<String> decode(String segment) {
    try {
      return Optional.of(URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * The names of the variables, in order.
   *
   * @return a list, possibly empty
   */
  public List<String> variables() {
    return segments.stream().filter(Segment::variable).map(Segment::text).toList();
  }

  /** The template as written. */
  @Override
  public String toString() {
    return text;
  }
}
