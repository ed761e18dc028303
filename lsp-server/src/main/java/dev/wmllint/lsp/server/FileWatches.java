package dev.wmllint.lsp.server;

import dev.wmllint.config.ConfigFinder;
import dev.wmllint.lsp.document.DocumentUri;
import dev.wmllint.lsp.document.Workspace;
import dev.wmllint.lsp.feature.ClientAbilities;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.lsp4j.DidChangeWatchedFilesRegistrationOptions;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.FileSystemWatcher;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.RelativePattern;
import org.eclipse.lsp4j.Unregistration;
import org.eclipse.lsp4j.UnregistrationParams;
import org.eclipse.lsp4j.WatchKind;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;

/**
 * Has the client watch what the findings depend on beside the open documents: some kinds of files
 * always, and what the open manifests name. Its state belongs to the dispatcher's owner thread.
 */
final class FileWatches {
  private static final String METHOD = "workspace/didChangeWatchedFiles";

  /** What may become a model definition, be in one, or name one. */
  private static final List<String> ALWAYS =
      List.of("**/*.zip", "**/.wml-lint.{yaml,yml}", "**/*.{py,lua,prototxt,sh}");

  /** What may be a manifest: with its file, what was found in it goes. */
  private static final String MANIFESTS = "**/*.{yaml,yml,json}";

  /** While somebody types, what the manifest names changes with each letter. */
  private static final Duration PAUSE = Duration.ofMillis(500);

  /** Each costs the client something. */
  private static final int MAX_WATCHES = 200;

  /** Folders whose files change often, and never what is found. */
  private static final Set<String> PASSED_OVER = Set.of(".git", "node_modules");

  private final Workspace workspace;
  private final ClientAbilities abilities;
  private final LanguageClient client;

  /** What each open document depends on. */
  private final Map<String, Set<WatchedPath>> wanted = new HashMap<>();

  /** The look at each document that is to come. */
  private final Debounce looks;

  private Set<Either<String, RelativePattern>> registered = Set.of();
  private int registrations;

  FileWatches(
      Dispatcher dispatcher,
      Workspace workspace,
      ClientAbilities abilities,
      LanguageClient client) {
    this.workspace = workspace;
    this.abilities = abilities;
    this.client = client;
    this.looks = new Debounce(dispatcher, workspace);
  }

  /** What is watched from the start; empty for a client that cannot watch. */
  Optional<Registration> first() {
    if (!abilities.watchesFiles()) {
      return Optional.empty();
    }
    List<FileSystemWatcher> watchers = watchers(ALWAYS.stream().map(FileWatches::anywhere));
    watchers.add(new FileSystemWatcher(anywhere(MANIFESTS), WatchKind.Delete));
    return Optional.of(registration("wml-files", watchers));
  }

  private static Either<String, RelativePattern> anywhere(String pattern) {
    return Either.forLeft(pattern);
  }

  /** A document was opened or changed: it may name something else. */
  void changed(String uri) {
    if (abilities.watchesFiles()) {
      looks.schedule(
          uri,
          PAUSE,
          (snapshot, asked) -> WatchedPath.of(snapshot),
          watches -> {
            wanted.put(uri, watches);
            renew();
          });
    }
  }

  /** Something that decides what is depended on has changed. */
  void changed() {
    workspace.all().forEach(snapshot -> changed(snapshot.document().uri()));
  }

  void closed(String uri) {
    looks.callOff(uri);
    if (wanted.remove(uri) != null) {
      renew();
    }
  }

  private void renew() {
    Set<Either<String, RelativePattern>> patterns = new LinkedHashSet<>();
    wanted.values().stream()
        .flatMap(Set::stream)
        .flatMap(watch -> pattern(watch).stream())
        .distinct()
        .limit(MAX_WATCHES)
        .forEach(patterns::add);
    if (patterns.equals(registered)) {
      return;
    }
    String before = id();
    boolean any = !registered.isEmpty();
    registered = patterns;
    registrations++;
    if (!patterns.isEmpty()) {
      Registration registration = registration(id(), watchers(patterns.stream()));
      Dispatcher.needNoAnswer(
          client.registerCapability(new RegistrationParams(List.of(registration))));
    }
    if (any) {
      Dispatcher.needNoAnswer(
          client.unregisterCapability(
              new UnregistrationParams(List.of(new Unregistration(before, METHOD)))));
    }
  }

  private String id() {
    return "wml-named-files-" + registrations;
  }

  /** Empty for what is watched always, and for what the client cannot watch. */
  private Optional<Either<String, RelativePattern>> pattern(WatchedPath watch) {
    List<Path> folders =
        workspace.folders().stream()
            .flatMap(folder -> DocumentUri.identity(folder).stream())
            .toList();
    Optional<String> inside = watch.patternIn(folders.stream());
    String name = String.valueOf(watch.path().getFileName());
    boolean always = !watch.folder() && (name.endsWith(".zip") || ConfigFinder.isConfigName(name));
    if (inside.isPresent() && always) {
      return Optional.empty();
    }
    if (abilities.watchesAnywhere()) {
      RelativePattern pattern = new RelativePattern();
      pattern.setBaseUri(Either.forRight(DocumentUri.of(watch.base())));
      pattern.setPattern(watch.pattern());
      return Optional.of(Either.forRight(pattern));
    }
    return inside.map(FileWatches::anywhere);
  }

  private static List<FileSystemWatcher> watchers(
      Stream<Either<String, RelativePattern>> patterns) {
    return patterns.map(FileWatches::watcher).collect(Collectors.toCollection(ArrayList::new));
  }

  private static FileSystemWatcher watcher(Either<String, RelativePattern> pattern) {
    FileSystemWatcher watcher = new FileSystemWatcher();
    watcher.setGlobPattern(pattern);
    return watcher;
  }

  private static Registration registration(String id, List<FileSystemWatcher> watchers) {
    return new Registration(id, METHOD, new DidChangeWatchedFilesRegistrationOptions(watchers));
  }

  /** The deleted files; a folder among them means all that was in it. */
  static Set<Path> deleted(List<FileEvent> events) {
    return events == null
        ? Set.of()
        : events.stream()
            .filter(event -> event.getType() == FileChangeType.Deleted)
            .flatMap(event -> DocumentUri.identity(event.getUri()).stream())
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether any of the events can change what is found. */
  static boolean matter(List<FileEvent> events) {
    return events == null
        || events.stream()
            .map(FileEvent::getUri)
            .map(DocumentUri::path)
            .anyMatch(file -> file.isEmpty() || !isPassedOver(file.get()));
  }

  private static boolean isPassedOver(Path file) {
    for (Path name : file) {
      if (PASSED_OVER.contains(name.toString())) {
        return true;
      }
    }
    return false;
  }
}
