package id.simpul.benchmarks.measure;

import id.simpul.benchmarks.BenchmarkException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The folder of one run: raw rounds as JSON, and what they come to as text. Not thread-safe. */
public final class Results {
  private final Path folder;
  private final PrintStream screen;
  private final List<String> lines = new ArrayList<>();

  private Results(Path folder, PrintStream screen) {
    this.folder = folder;
    this.screen = screen;
  }

  /**
   * Opens the folder of a run.
   *
   * @param root where results of all runs lie
   * @param machine the machine measured on
   * @param date the day
   * @param screen where lines are shown as they come
   * @return the folder, made when missing
   */
  public static Results open(Path root, Machine machine, LocalDate date, PrintStream screen) {
    try {
      return new Results(
          Files.createDirectories(root.resolve(date + "-" + machine.slug())), screen);
    } catch (IOException e) {
      throw BenchmarkException.setUp("results folder", "cannot be made", e);
    }
  }

  /**
   * Shows one line and keeps it for the text file.
   *
   * @param text the line
   */
  public void line(String text) {
    screen.println(text);
    screen.flush();
    lines.add(text);
  }

  /**
   * Writes down what was measured, and the lines so far, and begins anew.
   *
   * @param name what was measured, the files' name without extension
   * @param document raw rounds and figures
   */
  public void write(String name, JsonValue document) {
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    try {
      Json.writeIndented(document, json);
      json.write('\n');
      Files.write(folder.resolve(name + ".json"), json.toByteArray());
    } catch (IOException e) {
      throw BenchmarkException.setUp("results folder", "cannot be written", e);
    }
    try {
      Files.write(folder.resolve(name + ".txt"), lines, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw BenchmarkException.setUp("results folder", "cannot be written", e);
    }
    lines.clear();
  }
}
