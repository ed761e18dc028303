package dev.wmllint.cli;

import dev.wmllint.discovery.ModelFinder;
import dev.wmllint.engine.FixResult;
import dev.wmllint.engine.LintRequest;
import dev.wmllint.engine.LintResult;
import dev.wmllint.engine.Linter;
import dev.wmllint.manifest.Manifest;
import dev.wmllint.model.ModelDefinition;
import dev.wmllint.yaml.ManifestDocument;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Looks at manifests. Says and writes nothing, and changes nothing: so several threads may look at
 * once.
 */
final class ManifestLook {
  private final Options options;
  private final ProjectConfigs workplaces;
  private final InputStream standardInput;

  ManifestLook(Options options, ProjectConfigs workplaces, InputStream standardInput) {
    this.options = options;
    this.workplaces = workplaces;
    this.standardInput = standardInput;
  }

  /** Looks at one. A mistake of ours in it must not cost the findings in the others. */
  Look at(Job job) {
    try {
      return look(job);
    } catch (ManifestFile.UnreadException e) {
      return new Look.Unread(e.getMessage());
    } catch (RuntimeException | StackOverflowError e) {
      return new Look.Failed(e);
    }
  }

  private Look look(Job job) throws ManifestFile.UnreadException {
    Path path = ManifestFile.place(job, options);
    ProjectConfigs.Found found = workplaces.of(ManifestFile.folder(path));
    if (found.workplace().isEmpty()) {
      return new Look.Misconfigured(found.config());
    }
    ProjectConfig workplace = found.workplace().get();
    boolean asked = !job.searched() && !options.skipOthers();
    if (!asked && workplace.config().excludes(path)) {
      boolean passedOn = job.isStdin() && options.fixing().isPresent();
      return new Look.Excluded(passedOn ? Optional.of(read(job, workplace)) : Optional.empty());
    }
    return new OneManifest(read(job, workplace), workplace).look(asked);
  }

  private ManifestFile read(Job job, ProjectConfig workplace) throws ManifestFile.UnreadException {
    int maxBytes = workplace.config().limits().yaml().maxBytes();
    return ManifestFile.read(job, options, maxBytes, standardInput);
  }

  /** One manifest under its settings. */
  private final class OneManifest {
    private final ManifestFile file;
    private final ProjectConfig workplace;

    OneManifest(ManifestFile file, ProjectConfig workplace) {
      this.file = file;
      this.workplace = workplace;
    }

    Look look(boolean asked) {
      LintRequest request = request();
      Linter linter = workplace.linter();
      if (options.fixing().isEmpty()) {
        Masked findings = Masked.of(request, linter.lint(request), linter);
        return new Look.Linted(file, asked, findings, Optional.empty());
      }
      FixResult fix = linter.fix(request, options.fixing().get().safety());
      boolean shown = options.fixing().get().diff();
      Masked findings = shown ? Masked.of(request, fix.before(), linter) : corrected(request, fix);
      Look.Correction correction =
          new Look.Correction(fix, () -> Masked.of(request, fix.before(), linter));
      return new Look.Linted(file, asked, findings, Optional.of(correction));
    }

    private LintRequest request() {
      ManifestDocument document =
          ManifestDocument.parse(file.source(), workplace.config().limits().yaml());
      LintRequest request =
          new LintRequest(
                  file.source(), Optional.empty(), path -> ModelFinder.isFile(file.folder(), path))
              .withDocument(document);
      if (options.noModel()) {
        return request;
      }
      Optional<Path> given = givenModel();
      if (given.isPresent()) {
        return request.withModel(given.map(workplace.models()::open));
      }
      Optional<Manifest> manifest = workplace.models().manifest(document);
      return request.withManifest(manifest).withModel(foundModel(document, manifest));
    }

    private Optional<Path> givenModel() {
      return file.job().model().or(options::model);
    }

    private Optional<ModelDefinition> foundModel(
        ManifestDocument document, Optional<Manifest> manifest) {
      return workplace
          .models()
          .find(document, manifest, file.folder(), () -> workplace.config().model(file.path()));
    }

    /** A fix of the command may change which folder or zip is meant. */
    private Masked corrected(LintRequest request, FixResult fix) {
      LintResult result = fix.after();
      Optional<ModelDefinition> model = request.model();
      boolean searched = !options.noModel() && givenModel().isEmpty();
      if (fix.isChanged() && searched) {
        model = foundModel(result.document(), workplace.models().manifest(result.document()));
      }
      LintRequest again = request.withDocument(result.document()).withModel(model);
      if (!model.equals(request.model())) {
        result = workplace.linter().lint(again);
      }
      return Masked.of(again, result, workplace.linter());
    }
  }
}
