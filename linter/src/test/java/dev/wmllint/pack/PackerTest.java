package dev.wmllint.pack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.wmllint.Manifests;
import dev.wmllint.file.AtomicFile;
import dev.wmllint.file.PendingFile;
import dev.wmllint.model.ModelLimits;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackerTest {
  private static final byte[] OLD_ZIP = {'P', 'K', 5, 6, 'o', 'l', 'd'};

  @TempDir private Path temp;
  private Folder folder;

  @BeforeEach
  void prepare() {
    folder = Folder.in(temp).write("train.py", "print(1)\n");
  }

  /** Refused, and the zip is as it was before: not there, and no other file either. */
  private void assertRefused(String message) throws IOException {
    PackException refusal = assertThrows(PackException.class, folder::pack);
    assertEquals(message, refusal.getMessage().replace(temp + File.separator, ""));
    assertLeavesNothing();
  }

  private void assertLeavesNothing() throws IOException {
    try (Stream<Path> files = Files.list(temp)) {
      assertEquals(List.of(folder.root()), files.toList());
    }
  }

  private List<String> leftOut(PackResult result) {
    return result.leftOut().stream().map(left -> left.name() + ": " + left.reason()).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"cos_hmac_keys": {"access_key_id": "a", "secret_access_key": "b"}} | true
          {"credentials": [{"apikey" : "digits"}]}                            | true
          {"auth_url": "u", "PASSWORD":"hunter2"}                             | true
          {"password": ""}                                                    | false
          {"password": "<password>", "apikey": "${API_KEY}"}                  | false
          {"password": {"type": "string"}, "text": "the password: x"}         | false
          {"learning_rate": 0.1}                                              | false
          """)
  void aCredentialInJsonIsNamed(String json, boolean secret) throws Exception {
    List<String> warnings = folder.write("conf/store.JSON", json).pack().warnings();
    assertEquals(
        secret
            ? List.of("'conf/store.JSON' may hold secrets; everyone with the zip can read them")
            : List.of(),
        warnings);
  }

  @Test
  void aLongJsonIsNoCredential() throws Exception {
    String json = "{\"apikey\": \"digits\"}" + " ".repeat(1 << 16);
    assertEquals(List.of(), folder.write("data.json", json).pack().warnings());
  }

  @Test
  void junkIsLeftOut() throws IOException {
    folder
        .write("__MACOSX/._train.py", "x")
        .write("src/.DS_Store", "x")
        .write("src/util.py", "")
        .write("src/__pycache__/util.cpython-36.pyc", "x")
        .write(".git/objects/x", "x")
        .write("job.yaml", Manifests.S3)
        .write("job.json", Manifests.JSON)
        .write("params.yaml", "layers: 3\n")
        .write("conf/job.yaml", Manifests.S3)
        .write(".hidden", "x")
        .write(".wml-lint-00000000-0000.tmp", "half");
    Files.createDirectories(folder.root().resolve("out/deep"));
    PackResult result = folder.pack();
    assertEquals(
        List.of(".hidden", "conf/job.yaml", "params.yaml", "src/util.py", "train.py"),
        result.files().stream().map(PackedFile::name).toList());
    assertEquals(
        List.of(
            ".git/: history of Git",
            ".wml-lint-00000000-0000.tmp: an unfinished file of wml-lint",
            "__MACOSX/: attributes of macOS",
            "job.json: a training manifest, which is submitted beside the zip",
            "job.yaml: a training manifest, which is submitted beside the zip",
            "out/deep/: an empty folder",
            "src/.DS_Store: settings of the Finder",
            "src/__pycache__/: compiled Python"),
        leftOut(result));
    assertEquals(List.of(), result.warnings());
  }

  @ParameterizedTest
  @CsvSource({
    "*.npz, 'data/y.txt,deep/data/z.txt,train.py'",
    "data, train.py",
    "data/, train.py",
    "/data, 'deep/data/z.txt,train.py'",
    "./data/*.npz, 'data/y.txt,deep/data/z.txt,train.py'",
    "deep/**, 'data/x.npz,data/y.txt,train.py'",
    "'{data,deep}', train.py",
  })
  void exclusions(String glob, String rest) throws IOException {
    folder.write("data/x.npz", "").write("data/y.txt", "").write("deep/data/z.txt", "");
    assertEquals(List.of(rest.split(",")), folder.names(glob));
    assertEquals(List.of(), folder.pack(glob).warnings());
  }

  @Test
  void exclusionsThatMatchNothingAreSaid() throws IOException {
    assertEquals(
        List.of("nothing to exclude matches 'dta'"),
        folder.pack("dta", "model").warnings().subList(0, 1));
    assertEquals(
        "'[' is no glob", assertThrows(PackException.class, () -> folder.pack("[")).getMessage());
  }

  @Test
  void theZipMayLieInTheFolder() throws IOException {
    Path inside = folder.root().resolve("tf-model.zip");
    PackRequest request = new PackRequest(folder.root(), inside, List.of(), PackRequest.FIXED_TIME);
    Packer.pack(request);
    byte[] first = Files.readAllBytes(inside);
    PackResult second = Packer.pack(request);
    assertEquals(List.of("tf-model.zip: the zip itself"), leftOut(second));
    assertArrayEquals(first, Files.readAllBytes(inside));
  }

  @Test
  void linksWithinTheFolderAreWhatTheyPointTo() throws IOException {
    folder.write("src/a.py", "a").link("b.py", "src/a.py").link("lib", "src");
    assertEquals(List.of("b.py", "lib/a.py", "src/a.py", "train.py"), folder.names());
  }

  @Test
  void linksOutAreRefused() throws IOException {
    folder.link("hosts", "/etc/hosts");
    assertRefused(
        "'hosts' is a link out of the folder; put what it points to in its place, or exclude it");
    assertEquals(List.of("train.py"), folder.names("hosts"));
  }

  @Test
  void linksToFoldersOutsideAreRefused() throws IOException {
    folder.link("etc", "/etc");
    assertRefused(
        "'etc/' is a link out of the folder; put what it points to in its place, or exclude it");
  }

  @Test
  void circlesAreRefused() throws IOException {
    folder.link("src/up", "..");
    assertRefused("'src/up' is a link to a folder around it; remove it, or exclude it");
    assertEquals(List.of("train.py"), folder.names("up"));
  }

  @Test
  void linksToNothingAreRefused() throws IOException {
    folder.link("data", "gone");
    assertRefused("'data' is a link to nothing; repair it, or exclude it");
  }

  @Test
  void linksThatMultiplyAreRefused() throws IOException {
    for (int i = 0; i < 30; i++) {
      folder.link("d" + i + "/a", "../d" + (i + 1)).link("d" + i + "/b", "../d" + (i + 1));
    }
    folder.write("d30/x", "");
    ModelLimits few = new ModelLimits(1000, 0, 0, 0, 0);
    Exclusions none = new Exclusions(List.of());
    PackException refusal =
        assertThrows(
            PackException.class, () -> FolderWalk.plan(folder.root(), Optional.empty(), none, few));
    assertEquals(
        "model definition has more than 1,000 entries, 1,000 are allowed; keep only the program's"
            + " files; data belongs in the bucket",
        refusal.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "'a\\b.py', has a backslash in its name",
    "'C:x.py', starts with a drive letter",
    "'\u0007.py', has a control character in its name"
  })
  void unsafeNamesAreRefused(String name, String what) {
    folder.write(name, "");
    String message = assertThrows(PackException.class, folder::pack).getMessage();
    assertTrue(message.contains(what), message);
    assertFalse(Files.exists(folder.zip()));
  }

  @Test
  void foldersWithoutFilesAreRefused() throws IOException {
    Files.delete(folder.root().resolve("train.py"));
    assertRefused("there is no file in 'model'; give the folder of the program");
    folder.write(".DS_Store", "x");
    assertRefused(
        "there is no file in 'model' but what is left out; give the folder of the program");
  }

  @Test
  void tooLargeFoldersAreRefused() throws IOException {
    try (RandomAccessFile sparse =
        new RandomAccessFile(folder.root().resolve("data.bin").toFile(), "rw")) {
      sparse.setLength(1L << 32);
    }
    assertRefused(
        "the zip would be larger than 4 GiB; keep only the program's files: data belongs in the"
            + " bucket");
  }

  @Test
  void warnings() throws IOException {
    folder
        .write("Train.py", "")
        .write("page.py", "<!DOCTYPE html><html>")
        .write(".env", "KEY=x")
        .write("conf/Credentials.json", "{}")
        .write("credentials.py", "")
        .write(".env.example", "")
        .write("a/id_rsa", "x")
        .write("b/server.pem", "x")
        .write("large.npz", new byte[(32 << 20) + 1]);
    assertEquals(
        List.of(
            "train.py differs only by case from Train.py; on many file systems one of the two"
                + " replaces the other; rename one",
            "page.py is an HTML page, not a program; a web page was saved in place of the file;"
                + " download the raw file",
            "'.env', 'a/id_rsa', 'b/server.pem' and 1 more may hold secrets; everyone with the zip"
                + " can read them",
            "'large.npz' is large; data belongs in the bucket"),
        folder.pack().warnings());
  }

  @Test
  void filesThatChangeMeanwhileAreNotPacked() throws IOException {
    Path file = folder.root().resolve("train.py");
    Packer longer = Packer.plan(folder.request());
    Files.writeString(file, "print(2, 3)\n");
    assertChanged(longer);
    Packer touched = Packer.plan(folder.request());
    Files.setLastModifiedTime(file, FileTime.fromMillis(0));
    assertChanged(touched);
    Packer removed = Packer.plan(folder.request());
    Files.delete(file);
    assertEquals(
        "cannot read 'train.py'; check its permissions, or exclude it",
        assertThrows(PackException.class, removed::write).getMessage());
  }

  private void assertChanged(Packer packer) throws IOException {
    assertEquals(
        "'train.py' changed while it was packed; pack again",
        assertThrows(PackException.class, packer::write).getMessage());
    assertLeavesNothing();
  }

  /** A folder in a file's place can be opened by nobody, the superuser included. */
  @Test
  void filesThatCannotBeReadAreNamed() throws IOException {
    Packer packer = Packer.plan(folder.request());
    Path file = folder.root().resolve("train.py");
    Files.delete(file);
    Files.createDirectory(file);
    assertEquals(
        "cannot read 'train.py'; check its permissions, or exclude it",
        assertThrows(PackException.class, packer::write).getMessage());
    assertLeavesNothing();
  }

  @Test
  void anOldZipIsReplacedAndAnyOtherFileIsNot() throws IOException {
    Files.write(folder.zip(), OLD_ZIP);
    folder.pack();
    assertTrue(folder.zipped().length > OLD_ZIP.length);
    Files.writeString(folder.zip(), "precious");
    PackException refusal = assertThrows(PackException.class, folder::pack);
    assertTrue(refusal.getMessage().endsWith("m.zip' is no zip, and is not overwritten"));
    assertEquals("precious", Files.readString(folder.zip()));
    Files.writeString(folder.zip(), "");
    folder.pack();
  }

  @Test
  void anOldZipStaysWhenPackingFails() throws IOException {
    Files.write(folder.zip(), OLD_ZIP);
    folder.write("a\\b", "");
    assertThrows(PackException.class, folder::pack);
    assertArrayEquals(OLD_ZIP, folder.zipped());
  }

  @Test
  void aLinkToTheZipStaysALink() throws IOException {
    Path real = temp.resolve("real.zip");
    Files.write(real, OLD_ZIP);
    Files.createSymbolicLink(folder.zip(), real.getFileName());
    folder.pack();
    assertTrue(Files.isSymbolicLink(folder.zip()));
    assertTrue(Files.size(real) > OLD_ZIP.length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"no/m.zip", "model", "model/train.py/m.zip"})
  void outputsThatCannotBe(String zip) {
    PackRequest request =
        new PackRequest(folder.root(), temp.resolve(zip), List.of(), PackRequest.FIXED_TIME);
    assertThrows(PackException.class, () -> Packer.pack(request));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw-------", "rwxrwxr-x"})
  void theModeOfAnOldZipStays(String mode) throws IOException {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    Files.write(folder.zip(), OLD_ZIP);
    Files.setPosixFilePermissions(folder.zip(), PosixFilePermissions.fromString(mode));
    folder.pack();
    assertTrue(folder.zipped().length > OLD_ZIP.length);
    assertEquals(mode, PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.zip())));
  }

  @Test
  void aReadOnlyZipIsNotReplaced() throws IOException {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    Files.write(folder.zip(), OLD_ZIP);
    Files.setPosixFilePermissions(folder.zip(), PosixFilePermissions.fromString("r--------"));
    PackException refusal = assertThrows(PackException.class, folder::pack);
    assertEquals("cannot write '" + folder.zip() + "': it is read-only", refusal.getMessage());
    assertArrayEquals(OLD_ZIP, folder.zipped());
  }

  @Test
  void aLinkToNothingIsNoPlaceForAZip() throws IOException {
    Path link = Files.createSymbolicLink(folder.zip(), Path.of("gone.zip"));
    PackException refusal = assertThrows(PackException.class, folder::pack);
    assertEquals(
        "cannot write '" + link + "': it is a link that leads to no file", refusal.getMessage());
    assertTrue(Files.isSymbolicLink(link));
  }

  @Test
  void aFullDiskLeavesNothingBehind() throws IOException {
    try (PendingFile file = PendingFile.open(folder.zip(), AtomicFile.Access.AS_BEFORE)) {
      ZipWriter writer = new ZipWriter(new FullDisk(file.channel()), DosTime.of(Instant.EPOCH));
      InputStream content = Files.newInputStream(folder.root().resolve("train.py"));
      assertThrows(IOException.class, () -> writer.add("train.py", 0100644, content));
    }
    assertLeavesNothing();
  }

  @Test
  void timesOfEntries() {
    assertEquals(new DosTime((short) 0x21, (short) 0), DosTime.of(Instant.MIN));
    assertEquals(new DosTime((short) 0x21, (short) 0), DosTime.of(PackRequest.FIXED_TIME));
    assertEquals(
        new DosTime((short) (46 << 9 | 2 << 5 | 3), (short) (4 << 11 | 5 << 5 | 3)),
        DosTime.of(Instant.parse("2026-02-03T04:05:07Z")));
    assertEquals(new DosTime((short) 0xFF9F, (short) 0xBF7D), DosTime.of(Instant.MAX));
  }

  @Test
  void namesThatAreNotDecodedAreReadFromTheirBytes() throws IOException {
    assertEquals(Optional.of("\uFFFD%41.py"), FileName.of(temp.resolve("\uFFFD%41.py")));
    assertEquals(Optional.of("\uFFFD"), FileName.of(Files.createDirectory(temp.resolve("\uFFFD"))));
  }

  /** Has room for one header. */
  private record FullDisk(SeekableByteChannel disk) implements SeekableByteChannel {
    @Override
    public int write(ByteBuffer bytes) throws IOException {
      if (disk.position() > 0) {
        throw new IOException("No space left on device");
      }
      return disk.write(bytes);
    }

    @Override
    public int read(ByteBuffer bytes) throws IOException {
      return disk.read(bytes);
    }

    @Override
    public long position() throws IOException {
      return disk.position();
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
      disk.position(position);
      return this;
    }

    @Override
    public long size() throws IOException {
      return disk.size();
    }

    @Override
    public SeekableByteChannel truncate(long size) throws IOException {
      disk.truncate(size);
      return this;
    }

    @Override
    public boolean isOpen() {
      return disk.isOpen();
    }

    @Override
    public void close() throws IOException {
      disk.close();
    }
  }
}
