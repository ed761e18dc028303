package dev.wmllint.baseline;

import dev.wmllint.diagnostic.RuleId;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a baseline from the token stream. Keys that are not known are passed over, so that a later
 * release may add some. Messages go on after "the baseline".
 */
final class BaselineReader {
  private static final String ADVICE = "; without that file, --write-baseline makes a new one";

  private final JsonParser json;
  private final List<Baseline.Entry> entries = new ArrayList<>();
  private boolean versionSeen;
  private boolean findingsSeen;

  private BaselineReader(JsonParser json) {
    this.json = json;
  }

  static List<Baseline.Entry> read(String text) throws BaselineException {
    try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
      BaselineReader reader = new BaselineReader(json);
      reader.root();
      return reader.entries;
    } catch (JacksonException e) {
      throw new BaselineException("is not JSON: " + place(e) + " cannot be read" + ADVICE, e);
    }
  }

  private static String place(JacksonException e) {
    // What is nested too deep has no place.
    return e.getLocation() == null ? "it" : "line " + e.getLocation().getLineNr();
  }

  private void root() throws BaselineException {
    expect(json.nextToken(), JsonToken.START_OBJECT, "is not one: it has no 'version'");
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String key = json.currentName();
      json.nextToken();
      switch (key) {
        case "version" -> version();
        case "findings" -> findings();
        default -> json.skipChildren();
      }
    }
    if (!versionSeen || !findingsSeen) {
      throw problem("is not one: it has no '" + (versionSeen ? "findings" : "version") + "'");
    }
    if (json.nextToken() != null) {
      throw problem("has something after its end");
    }
  }

  private void version() throws BaselineException {
    boolean right =
        json.currentToken() == JsonToken.VALUE_NUMBER_INT
            && json.getString().equals(String.valueOf(Baseline.VERSION));
    if (!right) {
      throw problem("is of another version: this release of wml-lint reads " + Baseline.VERSION);
    }
    versionSeen = true;
  }

  private void findings() throws BaselineException {
    expect(json.currentToken(), JsonToken.START_ARRAY, "has 'findings' that are no list");
    while (json.nextToken() != JsonToken.END_ARRAY) {
      expect(json.currentToken(), JsonToken.START_OBJECT, "has a finding that is no object");
      entries.add(entry());
    }
    findingsSeen = true;
  }

  private Baseline.Entry entry() throws BaselineException {
    String path = null;
    String rule = null;
    String fingerprint = null;
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String key = json.currentName();
      json.nextToken();
      switch (key) {
        case "path" -> path = string(key);
        case "rule" -> rule = string(key);
        case "fingerprint" -> fingerprint = string(key);
        default -> json.skipChildren();
      }
    }
    if (path == null || rule == null || fingerprint == null) {
      throw problem("has a finding without path, rule or fingerprint");
    }
    try {
      return new Baseline.Entry(path, new RuleId(rule), new Fingerprint(fingerprint));
    } catch (IllegalArgumentException e) {
      throw problem("has a finding with a rule or a fingerprint that is none");
    }
  }

  private String string(String key) throws BaselineException {
    expect(
        json.currentToken(), JsonToken.VALUE_STRING, "has a finding whose " + key + " is no text");
    return json.getString();
  }

  private void expect(JsonToken found, JsonToken wanted, String problem) throws BaselineException {
    if (found != wanted) {
      throw problem(problem);
    }
  }

  private BaselineException problem(String words) {
    int line = json.currentTokenLocation().getLineNr();
    String place = line > 1 ? " (line " + line + ")" : "";
    return new BaselineException(words + place + ADVICE);
  }
}
