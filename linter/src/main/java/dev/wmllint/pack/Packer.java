package dev.wmllint.pack;

import dev.wmllint.diagnostic.Severity;
import dev.wmllint.file.AtomicFile;
import dev.wmllint.file.CannotWriteException;
import dev.wmllint.file.PendingFile;
import dev.wmllint.model.Executable;
import dev.wmllint.model.ModelDefinition;
import dev.wmllint.model.ModelFault;
import dev.wmllint.model.ModelLimits;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.rules.RuleRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Packs a folder into a model definition: the same files give the same bytes on every machine, and
 * what the linter would refuse is never written.
 */
public final class Packer {
  private static final int HEAD = 4;

  private final PackRequest request;
  private final PackPlan plan;

  private Packer(PackRequest request, PackPlan plan) {
    this.request = request;
    this.plan = plan;
  }

  /**
   * Packs a folder. The zip is there whole, or as it was before.
   *
   * @throws PackException when the folder, the zip, or what would be in it cannot be used
   */
  public static PackResult pack(PackRequest request) throws PackException {
    return plan(request).write();
  }

  /** Decides what to pack; nothing is written. */
  static Packer plan(PackRequest request) throws PackException {
    Path folder = request.folder();
    if (!Files.isDirectory(folder)) {
      throw new PackException(
          Files.exists(folder)
              ? "'" + folder + "' is no folder"
              : "no such folder: '" + folder + "'");
    }
    Exclusions exclusions = new Exclusions(request.excluded());
    Path target = target(request.zip());
    Optional<Path> output = Files.exists(target) ? Optional.of(target) : Optional.empty();
    PackPlan plan;
    try {
      plan = FolderWalk.plan(folder, output, exclusions, ModelLimits.DEFAULT);
    } catch (PackException e) {
      throw e;
    } catch (IOException e) {
      throw new PackException("cannot read '" + folder + "'; check its permissions");
    }
    refuse(plan, folder);
    return new Packer(request, plan);
  }

  private static void refuse(PackPlan plan, Path folder) throws PackException {
    if (plan.files().isEmpty()) {
      String rest = plan.leftOut().isEmpty() ? "" : " but what is left out";
      throw new PackException(
          "there is no file in '" + folder + "'" + rest + "; give the folder of the program");
    }
    long contents = plan.files().stream().mapToLong(PlannedFile::size).sum();
    List<String> names = plan.files().stream().map(PlannedFile::name).toList();
    if (ZipWriter.sizeOf(names, contents) > ZipWriter.MAX_SIZE) {
      throw new PackException(ZipWriter.tooLarge());
    }
  }

  /** The file to replace: through links, so that they stay. Only a zip is ever replaced. */
  private static Path target(Path zip) throws PackException {
    try {
      Path target = Files.exists(zip) ? zip.toRealPath() : zip.toAbsolutePath();
      if (Files.isDirectory(target)) {
        throw new PackException("'" + zip + "' is a folder; name the zip to write in it");
      }
      if (Files.exists(target) && !isReplaceable(target)) {
        throw new PackException("'" + zip + "' is no zip, and is not overwritten");
      }
      Path parent = target.getParent();
      if (parent == null || !Files.isDirectory(parent)) {
        throw new PackException("no folder to write '" + zip + "' to");
      }
      return target;
    } catch (PackException e) {
      throw e;
    } catch (IOException e) {
      throw unwritable(zip, e);
    }
  }

  /** A zip of any kind, or an empty file, as {@code mktemp} makes it. */
  private static boolean isReplaceable(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(HEAD);
      return head.length == 0
          || (head.length == HEAD && head[0] == 'P' && head[1] == 'K' && head[2] < ' ');
    }
  }

  PackResult write() throws PackException {
    try (PendingFile pending = PendingFile.open(request.zip(), AtomicFile.Access.AS_BEFORE)) {
      List<PackedFile> packed = writeFiles(pending);
      pending.finish();
      List<String> warnings = check(pending.path());
      long size = Files.size(pending.path());
      pending.commit();
      return new PackResult(request.zip(), size, packed, plan.leftOut(), warnings);
    } catch (PackException e) {
      throw e;
    } catch (CannotWriteException e) {
      throw new PackException(e.getMessage());
    } catch (IOException e) {
      throw unwritable(request.zip(), e);
    }
  }

  private List<PackedFile> writeFiles(PendingFile pending) throws IOException {
    ZipWriter zip = new ZipWriter(pending.channel(), DosTime.of(request.time()));
    List<PackedFile> packed = new ArrayList<>();
    for (PlannedFile file : plan.files()) {
      packed.add(add(file, zip));
    }
    zip.finish();
    return packed;
  }

  private static PackedFile add(PlannedFile file, ZipWriter zip) throws IOException {
    try (SourceFile source = SourceFile.open(file)) {
      byte[] head = source.readNBytes(HEAD);
      boolean executable = isProgram(head) || hasExecuteBit(file.source());
      int mode = executable ? ZipWriter.EXECUTABLE_FILE : ZipWriter.REGULAR_FILE;
      InputStream content = new SequenceInputStream(new ByteArrayInputStream(head), source);
      long size = zip.add(file.name(), mode, content);
      source.checkUnchanged(size);
      return new PackedFile(file.name(), size, executable);
    }
  }

  /**
   * A script or a binary of Linux: on Windows no file has an execute bit, and the zip is to be the
   * same there.
   */
  private static boolean isProgram(byte[] head) {
    return (head.length >= 2 && head[0] == '#' && head[1] == '!')
        || (head.length == HEAD
            && head[0] == 0x7f
            && head[1] == 'E'
            && head[2] == 'L'
            && head[3] == 'F');
  }

  private static boolean hasExecuteBit(Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    return view != null && Executable.of(view.readAttributes().permissions()) == Executable.YES;
  }

  /** Reads the zip as the linter will: with an error in it, it is not handed out. */
  private List<String> check(Path zip) throws PackException {
    List<String> warnings = new ArrayList<>();
    for (ModelFault fault : ModelDefinition.open(zip, ModelLimits.DEFAULT).faults()) {
      String message = fault.message() + "; " + fault.help();
      if (isError(fault)) {
        throw new PackException(message);
      }
      warnings.add(message);
    }
    warnings.addAll(Cautions.of(plan.files()));
    for (String glob : plan.unusedExclusions()) {
      warnings.add("nothing to exclude matches '" + glob + "'");
    }
    return warnings;
  }

  private static boolean isError(ModelFault fault) {
    return RuleRegistry.find(fault.rule()).map(RuleInfo::severity).orElse(Severity.ERROR)
        == Severity.ERROR;
  }

  private static PackException unwritable(Path zip, IOException cause) {
    return new PackException("cannot write '" + zip + "'" + reason(cause));
  }

  /** The system's own words, where it has some beside the path. */
  private static String reason(IOException cause) {
    if (cause instanceof AccessDeniedException) {
      return ": permission denied";
    }
    String reason =
        cause instanceof FileSystemException failure ? failure.getReason() : cause.getMessage();
    return reason == null || reason.isBlank()
        ? ""
        : ": " + reason.substring(0, 1).toLowerCase(Locale.ROOT) + reason.substring(1);
  }
}
