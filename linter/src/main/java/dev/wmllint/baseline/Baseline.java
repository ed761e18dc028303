package dev.wmllint.baseline;

import dev.wmllint.diagnostic.RuleId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * The findings that a project knows of and has put off: a file under version control, beside which
 * only new findings count. It holds neither messages nor text of the manifests.
 *
 * <pre>{@code
 * {"version": 1, "findings": [
 * {"path": "jobs/mnist.yaml", "rule": "legacy-key", "fingerprint": "0f5e…"},
 * {"path": "tf-model.zip", "rule": "model-junk", "fingerprint": "a17c…"}
 * ]}
 * }</pre>
 */
public final class Baseline {
  public static final Baseline EMPTY = new Baseline(new TreeSet<>());

  static final int VERSION = 1;

  /** Room for more than 100,000 findings. */
  private static final int MAX_BYTES = 16 << 20;

  private final SortedSet<Entry> entries;

  private Baseline(SortedSet<Entry> entries) {
    this.entries = entries;
  }

  /**
   * One finding that is known.
   *
   * @param path of the manifest or model definition, relative to the baseline's folder, with {@code
   *     /} on every system
   */
  public record Entry(String path, RuleId rule, Fingerprint fingerprint)
      implements Comparable<Entry> {
    private static final Comparator<Entry> ORDER =
        Comparator.comparing(Entry::path)
            .thenComparing(Entry::rule)
            .thenComparing(Entry::fingerprint);

    @Override
    public int compareTo(Entry other) {
      return ORDER.compare(this, other);
    }
  }

  /** A baseline of these findings; equal ones are kept once. */
  public static Baseline of(Collection<Entry> entries) {
    return new Baseline(new TreeSet<>(entries));
  }

  /**
   * Reads a baseline.
   *
   * @throws BaselineException when it is not there, not readable, too large, no JSON, or not of
   *     this version
   */
  public static Baseline read(Path file) throws BaselineException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MAX_BYTES + 1);
    } catch (NoSuchFileException e) {
      throw new BaselineException("no such baseline: " + file + "; --write-baseline makes one", e);
    } catch (IOException e) {
      throw new BaselineException("cannot read the baseline " + file, e);
    }
    if (bytes.length > MAX_BYTES) {
      throw new BaselineException(
          "the baseline " + file + " is larger than " + (MAX_BYTES >> 20) + " MiB");
    }
    try {
      return of(BaselineReader.read(new String(bytes, StandardCharsets.UTF_8)));
    } catch (BaselineException e) {
      throw new BaselineException("the baseline " + file + " " + e.getMessage(), e);
    }
  }

  /**
   * Reads a baseline that may not have been written yet.
   *
   * @throws BaselineException as {@link #read} does
   */
  public static Baseline readIfThere(Path file) throws BaselineException {
    return Files.exists(file) ? read(file) : EMPTY;
  }

  /** The findings, by path, rule and fingerprint. Not to be changed. */
  public SortedSet<Entry> entries() {
    return Collections.unmodifiableSortedSet(entries);
  }

  /**
   * The content of the file: sorted, and a line for each finding, so that differences read well.
   */
  public String text() {
    StringBuilder out = new StringBuilder();
    out.append("{\"version\": ").append(VERSION).append(", \"findings\": [");
    String separator = "\n";
    for (Entry entry : entries) {
      out.append(separator).append("{\"path\": \"");
      JsonStringEncoder.getInstance().quoteAsString(entry.path(), out);
      out.append("\", \"rule\": \"").append(entry.rule());
      out.append("\", \"fingerprint\": \"").append(entry.fingerprint()).append("\"}");
      separator = ",\n";
    }
    return out.append("\n]}\n").toString();
  }
}
