package dev.wmllint.command;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Notes the files that {@code sed} and {@code awk} make: their scripts may say so too. */
final class TextTools {
  /** {@code w FILE} of sed, alone or behind {@code s/…/…/}; text may look like it. */
  private static final Pattern SED_WRITES =
      Pattern.compile("(^|[^A-Za-z])[gpI0-9]*w([ \t]*\\S*\\.(py|lua|sh)\\b|[ \t]+\\S)");

  /** Of awk: {@code > "file"}, {@code | "command"}, {@code system(…)}; not {@code $1 > 3}. */
  private static final Pattern AWK_WRITES = Pattern.compile(">>|>\\s*[^=\\s0-9]|\\|(?!\\|)|system");

  /** {@code -i.bak}, {@code -ni.bak}: what stands behind the i. */
  private static final Pattern IN_PLACE = Pattern.compile("(-[nrEsuz]*i|--in-place=)(.*)");

  private final Places places;
  private final PathLog made;

  TextTools(Places places, PathLog made) {
    this.places = places;
    this.made = made;
  }

  void sed(List<Word> words, Place folder, int when) {
    ToolArguments arguments =
        ToolArguments.of(words, "efl", List.of("--expression", "--file", "--line-length"));
    List<Word> scripts = arguments.values("e", "--expression");
    List<Word> files = arguments.operands();
    if (scripts.isEmpty() && !files.isEmpty()) {
      scripts = files.subList(0, 1);
      files = files.subList(1, files.size());
    }
    if (arguments.has("f", "--file") || mayWrite(scripts, SED_WRITES)) {
      made.addEverything(when);
    }
    for (Word word : words) {
      IN_PLACE
          .matcher(word.plainPrefix())
          .results()
          .findFirst()
          .ifPresent(option -> copies(option.group(2), arguments.operands(), folder, when));
    }
    files.forEach(file -> made.add(places.of(file, folder), when));
  }

  /** The copies that {@code sed -i.bak} leaves. */
  private void copies(String suffix, List<Word> files, Place folder, int when) {
    for (Word file : suffix.isEmpty() ? List.<Word>of() : files) {
      Optional<String> name = file.literal().filter(text -> suffix.matches("[\\w.~-]+"));
      made.add(name.map(text -> folder.resolve(text + suffix)).orElse(Place.UNKNOWN), when);
    }
  }

  void awk(List<Word> words, int when) {
    ToolArguments arguments = ToolArguments.of(words, "Fvf", List.of("--file", "--assign"));
    List<Word> programs = arguments.operands().stream().limit(1).toList();
    if (arguments.has("f", "--file") || mayWrite(programs, AWK_WRITES)) {
      made.addEverything(when);
    }
  }

  private static boolean mayWrite(List<Word> scripts, Pattern writes) {
    return scripts.stream()
        .anyMatch(word -> word.literal().map(text -> writes.matcher(text).find()).orElse(true));
  }
}
