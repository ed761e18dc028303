package dev.wmllint.command;

import dev.wmllint.command.WordPart.Expansion;
import dev.wmllint.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Programs that start the program after their own arguments: {@code env}, {@code timeout 60},
 * {@code conda run -n x}, {@code find . -exec} …
 */
final class Launchers {
  /**
   * How each takes its arguments.
   *
   * @param actions one of them follows the name; none where the program does
   * @param operands what comes before the program, besides options
   * @param values options with the next word as their value
   * @param ends options after which the rest is no command that can be read here, or none is run
   * @param from the program follows one of these words
   * @param to where the program's arguments end
   */
  private record Launcher(
      Set<String> actions,
      int operands,
      Set<String> values,
      Set<String> ends,
      Set<String> from,
      Set<String> to) {}

  private static final String TABLE =
      """
      nohup
      setsid
      unbuffer
      dumb-init
      builtin
      command   ends -v -V
      exec      values -a
      env       values -u --unset ends -S --split-string -C --chdir
      sudo      values -u -g -h -p -C -r -t -U -T ends -i -s
      gosu      operands user
      su-exec   operands user
      time      values -o -f --output --format
      timeout   operands duration values -k -s --kill-after --signal
      nice      values -n --adjustment
      ionice    values -c -n -t ends -p
      chrt      operands priority values -T -P -D ends -p
      taskset   operands mask ends -p --pid
      stdbuf    values -i -o -e
      flock     operands file values -w -E --timeout --wait ends -c --command
      tini      values -e -p
      xvfb-run  values -n -s -e -f -w -p --server-args --server-num
      numactl   values -i -N -m -C -p --interleave --cpunodebind --membind --physcpubind --preferred ends -s -H
      nvprof    values -o -e -m -u -t --log-file --events --metrics --kernels --timeout --export-profile
      nsys      actions profile values -o -t -s -w -c -f --output --trace --sample
      ncu       values -o -k -c -s --set --section --export --metrics --launch-count
      strace    values -o -e -s -u -E -a -I -O -S -P -b -X ends -p
      ltrace    values -o -e -s -u -a -n -l -x ends -p
      valgrind
      perf      actions stat record trace values -e -o -r -C -I -F -c -G -t ends -p
      gdb       values -ex -x -iex from --args -args
      cuda-gdb  values -ex -x -iex from --args -args
      conda     actions run values -n -p --name --prefix ends --cwd
      mamba     actions run values -n -p --name --prefix ends --cwd
      micromamba actions run values -n -p --name --prefix ends --cwd
      pipenv    actions run
      poetry    actions run
      py-spy    actions record top values -o -f -r -d --output --format --rate --duration ends -p --pid
      mpirun    values -n -np -c -N -H -x -host --host -hostfile --hostfile -machinefile --map-by --bind-to --rank-by -map-by -bind-to
      mpiexec   values -n -np -c -N -H -x -host --host -hostfile --hostfile -machinefile --map-by --bind-to --rank-by -map-by -bind-to
      horovodrun values -np -H -p --num-proc --hosts --hostfile --network-interface
      srun      values -n -N -c -p -t -J -o -e -w -x -A -D -G -q -C -m -i --mpi --ntasks --nodes --gres --partition --time --job-name --cpus-per-task --mem --gpus
      find      from -exec -ok to ; +
      parallel  values -j -n -N -L -S -a -C -P -d --jobs --joblog --results --arg-file --colsep --delay --retries --timeout to ::: :::: :::+
      xargs     values -n -P -L -d -a -E -s -I --max-args --max-procs --max-lines --delimiter --arg-file
      """;

  /** Assignments before the program are theirs. */
  private static final Set<String> ASSIGNING = Set.of("env", "sudo");

  /** They add words to the program's arguments, or put them in the place of {@code {}}. */
  private static final Set<String> FILLING = Set.of("xargs", "parallel");

  /** Longer chains are not followed. */
  private static final int MAX_DEPTH = 50;

  private static final Map<String, Launcher> LAUNCHERS = read();

  private Launchers() {}

  private static Map<String, Launcher> read() {
    Map<String, Launcher> launchers = new HashMap<>();
    for (String line : TABLE.strip().split("\n", -1)) {
      Map<String, List<String>> columns = new HashMap<>();
      List<String> column = new ArrayList<>();
      String[] words = line.split(" +", -1);
      for (int i = 1; i < words.length; i++) {
        if (words[i].matches("actions|operands|values|ends|from|to")) {
          column = new ArrayList<>();
          columns.put(words[i], column);
        } else {
          column.add(words[i]);
        }
      }
      launchers.put(
          words[0],
          new Launcher(
              set(columns, "actions"),
              set(columns, "operands").size(),
              set(columns, "values"),
              set(columns, "ends"),
              set(columns, "from"),
              set(columns, "to")));
    }
    return Map.copyOf(launchers);
  }

  private static Set<String> set(Map<String, List<String>> columns, String name) {
    return Set.copyOf(columns.getOrDefault(name, List.of()));
  }

  private static Optional<String> name(List<Word> words) {
    return words.stream()
        .findFirst()
        .flatMap(Word::literal)
        .flatMap(ProgramNames::onSearchPath)
        .filter(LAUNCHERS::containsKey);
  }

  /** Whether a command starts one with a program, be it one that cannot be found. */
  static boolean isLaunch(List<Word> words) {
    Optional<Launcher> launcher = name(words).map(LAUNCHERS::get);
    return words.size() > 1
        && launcher.isPresent()
        && !words.get(0).is("command")
        && (launcher.get().actions().isEmpty() || isOneOf(words.get(1), launcher.get().actions()))
        && (launcher.get().from().isEmpty()
            || words.stream().anyMatch(word -> isOneOf(word, launcher.get().from())));
  }

  private static boolean isOneOf(Word word, Set<String> names) {
    return word.literal().filter(names::contains).isPresent();
  }

  /** The words from the program on; all of them where a launcher is alone, or cannot be read. */
  static List<Word> strip(List<Word> words) {
    List<Word> rest = words;
    for (int depth = 0; depth < MAX_DEPTH; depth++) {
      Optional<List<Word>> program =
          rest.get(0).is("command") || isLaunch(rest) ? launched(rest) : Optional.empty();
      if (program.isEmpty()) {
        return rest;
      }
      rest = program.get();
    }
    return rest;
  }

  private static Optional<List<Word>> launched(List<Word> words) {
    String name = name(words).orElseThrow();
    Launcher launcher = LAUNCHERS.get(name);
    boolean assigns = ASSIGNING.contains(name);
    int at = launcher.actions().isEmpty() ? 1 : 2;
    int operands = launcher.operands();
    int doubtful = -1;
    boolean options = true;
    boolean searching = !launcher.from().isEmpty();
    Optional<String> filled = Optional.empty();
    while (at < words.size()) {
      Word word = words.get(at);
      String text = word.literalPrefix();
      boolean option = options && text.startsWith("-") && text.length() > 1;
      if (options && launcher.ends().contains(text)) {
        return Optional.empty();
      } else if (searching) {
        searching = !isOneOf(word, launcher.from());
        at++;
      } else if (option && launcher.values().contains(text)) {
        filled = text.equals("-I") && at + 1 < words.size() ? words.get(at + 1).literal() : filled;
        at += 2;
      } else if (option) {
        options = !word.is("--");
        filled = text.startsWith("-I") ? Optional.of(text.substring(2)) : filled;
        doubtful = mayHaveValue(launcher, text) ? at + 1 : doubtful;
        at++;
      } else if (assigns && Assignment.prefixLength(text) > 0) {
        at++;
      } else if (operands-- > 0) {
        at++;
      } else if (at == doubtful && Interpreter.of(word).isEmpty()) {
        return Optional.empty();
      } else {
        List<Word> program = words.subList(at, end(words, at, launcher.to()));
        boolean code = name.equals("parallel") && text.contains(" ");
        return program.isEmpty() || code
            ? Optional.empty()
            : Optional.of(FILLING.contains(name) ? filled(program, filled) : program);
      }
    }
    return Optional.empty();
  }

  /** An unknown option of several letters: the next word is its value, or the program. */
  private static boolean mayHaveValue(Launcher launcher, String option) {
    boolean joined = launcher.values().contains(option.substring(0, 2)) && option.charAt(1) != '-';
    return option.length() > 2
        && !joined
        && option.indexOf('=') < 0
        && !Character.isDigit(option.charAt(1));
  }

  private static int end(List<Word> words, int from, Set<String> marks) {
    int end = marks.isEmpty() ? words.size() : from;
    while (end < words.size() && !isOneOf(words.get(end), marks)) {
      end++;
    }
    return end;
  }

  /** The program with its arguments that are not known: at the end, or where the mark is. */
  private static List<Word> filled(List<Word> program, Optional<String> mark) {
    List<Word> words = new ArrayList<>(program);
    if (mark.isEmpty()) {
      words.add(unknown(Span.at(words.get(words.size() - 1).span().end())));
    } else if (!mark.get().equals("{}")) {
      words.replaceAll(
          word -> word.literalPrefix().contains(mark.get()) ? unknown(word.span()) : word);
    }
    return words;
  }

  private static Word unknown(Span span) {
    return new Word(span, List.of(new Expansion(span)));
  }
}
