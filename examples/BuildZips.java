import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Packs the {@code model} folder of each example into its model definition, or, with {@code
 * --check}, says which committed zip differs from its folder.
 *
 * <p>The same files give the same bytes on every machine: names are sorted, times fixed, entries
 * stored (what deflating yields depends on the zlib at hand), and a file is executable when it
 * begins with {@code #!}, for a checkout on Windows keeps no such bit. {@code java.util.zip} cannot
 * write permissions, hence the few records by hand, after PKWARE's APPNOTE 6.3.10, section 4.3.
 */
public final class BuildZips {
  private static final List<Example> EXAMPLES =
      List.of(
          new Example("lenet", "caffe-model.zip"),
          new Example("mnist", "tf-model.zip"),
          new Example("word-lm", "torch-model.zip"));

  private static final int LOCAL_HEADER = 0x04034b50;
  private static final int CENTRAL_HEADER = 0x02014b50;
  private static final int END_OF_DIRECTORY = 0x06054b50;
  private static final short MADE_BY_UNIX = 0x031e;
  private static final short NEEDS_1_0 = 10;
  private static final short NAMES_ARE_UTF_8 = 0x0800;
  private static final short STORED = 0;
  private static final short MIDNIGHT = 0;
  private static final short DAY = dosDate(LocalDate.of(2026, 1, 1));
  private static final int REGULAR_FILE = 0100644;
  private static final int EXECUTABLE_FILE = 0100755;

  private record Example(String folder, String zip) {}

  private record Entry(String name, byte[] content) {
    int mode() {
      boolean script = content.length > 1 && content[0] == '#' && content[1] == '!';
      return script ? EXECUTABLE_FILE : REGULAR_FILE;
    }

    int crc() {
      CRC32 crc = new CRC32();
      crc.update(content);
      return (int) crc.getValue();
    }
  }

  private BuildZips() {}

  public static void main(String[] args) throws IOException {
    Path examples = Path.of(args[0]);
    boolean check = args.length > 1 && args[1].equals("--check");
    boolean stale = false;
    for (Example example : EXAMPLES) {
      Path zip = examples.resolve(example.folder()).resolve(example.zip());
      byte[] bytes = pack(entries(zip.resolveSibling("model")));
      if (!check) {
        Files.write(zip, bytes);
      } else if (!Files.exists(zip) || !Arrays.equals(bytes, Files.readAllBytes(zip))) {
        System.err.println(zip + " differs from its model folder; run examples/build-zips.sh");
        stale = true;
      }
    }
    System.exit(stale ? 1 : 0);
  }

  private static List<Entry> entries(Path folder) throws IOException {
    List<Entry> entries = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        if (!isJunk(name)) {
          entries.add(new Entry(name, Files.readAllBytes(file)));
        }
      }
    }
    entries.sort((a, b) -> a.name().compareTo(b.name()));
    return entries;
  }

  /** What Python, editors and file managers leave behind. */
  private static boolean isJunk(String name) {
    return Stream.of(name.split("/")).anyMatch(p -> p.startsWith(".") || p.equals("__pycache__"));
  }

  private static byte[] pack(List<Entry> entries) {
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    ByteArrayOutputStream directory = new ByteArrayOutputStream();
    for (Entry entry : entries) {
      int offset = zip.size();
      byte[] name = entry.name().getBytes(UTF_8);
      ByteBuffer common =
          record(26)
              .putShort(NEEDS_1_0)
              .putShort(NAMES_ARE_UTF_8)
              .putShort(STORED)
              .putShort(MIDNIGHT)
              .putShort(DAY)
              .putInt(entry.crc())
              .putInt(entry.content().length)
              .putInt(entry.content().length)
              .putShort((short) name.length)
              .putShort((short) 0); // extra field
      zip.writeBytes(record(4).putInt(LOCAL_HEADER).array());
      zip.writeBytes(common.array());
      zip.writeBytes(name);
      zip.writeBytes(entry.content());

      directory.writeBytes(record(6).putInt(CENTRAL_HEADER).putShort(MADE_BY_UNIX).array());
      directory.writeBytes(common.array());
      directory.writeBytes(
          record(14)
              .putShort((short) 0) // comment
              .putShort((short) 0) // disk
              .putShort((short) 0) // internal attributes
              .putInt(entry.mode() << 16)
              .putInt(offset)
              .array());
      directory.writeBytes(name);
    }
    int start = zip.size();
    zip.writeBytes(directory.toByteArray());
    zip.writeBytes(
        record(22)
            .putInt(END_OF_DIRECTORY)
            .putShort((short) 0) // this disk
            .putShort((short) 0) // the directory's disk
            .putShort((short) entries.size())
            .putShort((short) entries.size())
            .putInt(directory.size())
            .putInt(start)
            .putShort((short) 0) // comment
            .array());
    return zip.toByteArray();
  }

  private static ByteBuffer record(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static short dosDate(LocalDate day) {
    return (short) ((day.getYear() - 1980) << 9 | day.getMonthValue() << 5 | day.getDayOfMonth());
  }
}
