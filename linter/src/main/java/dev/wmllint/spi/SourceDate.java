package dev.wmllint.spi;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** When what is written was made: by the convention of reproducible-builds.org, not the clock. */
public final class SourceDate {
  private static final String VARIABLE = "SOURCE_DATE_EPOCH";

  private SourceDate() {}

  /** What the environment says: seconds since 1970, in UTC. */
  public static Optional<Instant> of(Map<String, String> environment) throws UsageException {
    String epoch = environment.getOrDefault(VARIABLE, "");
    if (epoch.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Instant.ofEpochSecond(Long.parseLong(epoch)));
    } catch (NumberFormatException | DateTimeException e) {
      throw new UsageException(VARIABLE + " must be a number of seconds, is '" + epoch + "'");
    }
  }
}
