package dev.wmllint.subcommand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.cli.Cli;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CredentialsCommandTest {
  private static final String ENDPOINT = "https://s3-api.us-geo.objectstorage.softlayer.net";
  private static final String S3 =
      """
      {"cos_hmac_keys": {"access_key_id": "digits", "secret_access_key": "hunter2"}}
      """;
  private static final String SWIFT =
      """
      {"auth_url": "https://identity.open.softlayer.com/v3", "project": "p", "projectId": "digits",
       "region": "dallas", "userId": "u", "username": "digits", "password": "hunter2",
       "domainId": "d", "domainName": "main", "role": "admin"}
      """;

  @TempDir private Path folder;
  private Cli cli;

  @BeforeEach
  void prepare() {
    cli = new Cli(folder);
  }

  @Test
  void printsTheBlockAndSaysWhatIsLeft() {
    Cli.Outcome outcome = cli.run("credentials", cli.write("c.json", S3));
    assertEquals(
        """
          connection:
            endpoint_url: "<endpoint-url>"
            aws_access_key_id: digits
            aws_secret_access_key: hunter2
        """,
        outcome.out());
    assertEquals(
        "wml-lint: still to be filled in: endpoint_url (--endpoint " + ENDPOINT + ", or another)\n",
        outcome.err());
    assertEquals(0, outcome.exitCode());
  }

  @Test
  void readsStandardInput() {
    Cli.Outcome outcome = cli.input(SWIFT).run("credentials", "-", "--indent", "0");
    assertEquals(
        """
        connection:
          auth_url: https://identity.open.softlayer.com/v3
          user_name: digits
          password: hunter2
          region: dallas
          domain_name: main
          project_id: digits
        """,
        outcome.out());
    assertEquals("", outcome.err());
  }

  @Test
  void aDashIsStandardOutput() {
    String file = cli.write("c.json", S3);
    assertEquals(cli.run("credentials", file), cli.run("credentials", file, "-o", "-"));
    assertFalse(Files.exists(Path.of("-")));
  }

  @Test
  void theCredentialItselfIsNotReplaced() throws IOException {
    String file = cli.write("c.json", S3);
    Path link = Files.createSymbolicLink(folder.resolve("link.json"), Path.of(file));
    for (String output : new String[] {file, folder + "/./c.json", link.toString()}) {
      Cli.Outcome outcome = cli.run("credentials", file, "--force", "-o", output);
      assertEquals(2, outcome.exitCode());
      assertTrue(
          outcome.err().endsWith("' is the credential itself; name another file to write\n"),
          outcome.err());
    }
    assertEquals(S3, Files.readString(Path.of(file)));
  }

  @Test
  void printsJson() {
    assertEquals(
        """
        {
          "connection": {
            "endpoint_url": "%s",
            "aws_access_key_id": "digits",
            "aws_secret_access_key": "hunter2"
          }
        }
        """
            .formatted(ENDPOINT),
        cli.input(S3).run("credentials", "-", "--format", "json", "--endpoint", ENDPOINT).out());
  }

  @Test
  void fitsIntoANewManifest() throws IOException {
    String zip = cli.zip("tf-model.zip", "train.py");
    for (String type : new String[] {"s3", "bluemix_objectstore"}) {
      String manifest =
          cli.run(
                  "init",
                  "-",
                  "--data-store",
                  type,
                  "--data-bucket",
                  "digits-data",
                  "--results-bucket",
                  "digits-models")
              .out();
      String[] options =
          type.equals("s3")
              ? new String[] {"credentials", "-", "--endpoint", ENDPOINT}
              : new String[] {"credentials", "-"};
      String block = cli.input(type.equals("s3") ? S3 : SWIFT).run(options).out();
      String filled = manifest.replaceAll("  connection:\n(    .*\n)*", block);
      filled = filled.replaceAll("- connection:\n(    .*\n)*", "-" + block.substring(1));
      Cli.Outcome lint = cli.run(cli.write("job.yaml", filled), zip);
      assertTrue(lint.out().startsWith("no findings in 1 manifest"), filled + lint.out());
    }
  }

  @Test
  void writesAFileForTheUserAlone() throws IOException {
    String out = cli.path("connection.yaml");
    String[] arguments = {"credentials", cli.write("c.json", SWIFT), "-o", out};
    Cli.Outcome outcome = cli.run(arguments);
    assertEquals(new Cli.Outcome(0, "", ""), outcome);
    Path file = folder.resolve("connection.yaml");
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }
    assertTrue(Files.readString(file).contains("password: hunter2"));
    assertEquals(2, cli.run(arguments).exitCode());
    assertEquals(0, cli.run("credentials", cli.path("c.json"), "-o", out, "--force").exitCode());
  }

  @Test
  void warnsWhoeverReadsSecretsOnATerminal() {
    assertTrue(
        cli.typed(SWIFT).run("credentials", "-").err().contains("this shows secrets; -o FILE"));
  }

  @Test
  void saysWhatTheLinterSaysOfAnEndpoint() {
    assertEquals(
        "wml-lint: endpoint_url: this page lists the endpoints, and is not one; use one of those it"
            + " lists\n",
        cli.input(S3).run("credentials", "-", "--endpoint", "https://x.org/endpoints").err());
  }

  @Test
  void saysWhatIsWrongWithTheCommandLine() {
    assertEquals(
        "wml-lint: --endpoint is for s3; this is a credential of bluemix_objectstore\n",
        cli.input(SWIFT).run("credentials", "-", "--endpoint", ENDPOINT).err());
    assertEquals(
        "wml-lint: --type takes one of s3, bluemix_objectstore, not 'cos'\n",
        cli.input(SWIFT).run("credentials", "-", "--type", "cos").err());
    assertEquals(
        "wml-lint: --indent takes a number from 0 to 40, not '-1'\n",
        cli.input(SWIFT).run("credentials", "-", "--indent", "-1").err());
    assertEquals(
        "wml-lint: no file given; see 'wml-lint credentials --help'\n",
        cli.run("credentials").err());
    assertEquals("wml-lint: no such file: 'none'\n", cli.run("credentials", "none").err());
  }

  @Test
  void readsNoMoreThanItHasTo() {
    Cli.Outcome outcome = cli.input(" ".repeat(2 << 20) + S3).run("credentials", "-");
    assertEquals("wml-lint: <stdin>: more than 1 MiB is no credential\n", outcome.err());
    assertEquals(2, outcome.exitCode());
  }

  @Test
  void readsTheEncodingsOfAllShells() {
    String expected = cli.input(SWIFT).run("credentials", "-").out();
    for (var charset :
        new java.nio.charset.Charset[] {
          StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE
        }) {
      String file = cli.write("c.json", ("\uFEFF" + SWIFT).getBytes(charset));
      assertEquals(expected, cli.run("credentials", file).out());
    }
    String file =
        cli.write("c.json", "{\"password\": \"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1));
    assertEquals(
        "wml-lint: c.json: the text is not UTF-8, nor UTF-16 with a byte order mark\n",
        cli.run("credentials", file).err());
  }

  @Test
  void neverSaysASecretOnStandardError() {
    String text = "Retrieving ...\n" + SWIFT;
    for (int end = 0; end <= text.length(); end++) {
      assertFalse(
          cli.input(text.substring(0, end)).run("credentials", "-").err().contains("hunter"));
    }
  }
}
