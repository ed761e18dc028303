package dev.wmllint.redact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.Manifests;
import dev.wmllint.cli.Cli;
import dev.wmllint.text.SourceText;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.ManifestDocument;
import dev.wmllint.yaml.YamlLimits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets that YAML takes for something else, and words that only look like secrets. */
final class SecretTailsTest {
  private static final String SECRET = "Pass9word";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#Pass9word",
        "# Pass9word",
        "&Pass9word",
        "*Pass9word",
        "!Pass9word",
        "!!Pass9word",
        "|Pass9word",
        ">Pass9word",
        "%Pass9word",
        "@Pass9word",
        "`Pass9word",
        "?Pass9word",
        "-Pass9word",
        ":Pass9word",
        ",Pass9word",
        "]Pass9word",
        "}Pass9word",
        "{Pass9word",
        "[Pass9word",
        "- Pass9word",
        "? Pass9word",
        ": Pass9word",
        "$Pass9word",
        "\"Pass9word",
        "'Pass9word",
        "\"abc\" Pass9word",
        "'abc'Pass9word",
        "a, Pass9word: x",
        "a: Pass9word",
        "&a Pass9word",
        "!!str Pass9word",
        "| Pass9word",
        "|-\n      Pass9word",
        "|2\n     Pass9word",
        ">\n          Pass9word\n       y",
        "\n      Pass9word",
        "\nPass9word",
        "\n#Pass9word",
        "\n      # Pass9word",
        "\"abc\n\n      Pass9word\"",
        "abc\nPass9word",
        "\n- Pass9word",
        "\tPass9word",
        "\"abc\" # Pass9word",
        "<password> # Pass9word",
        "\uD83D\uDE00Pass9word",
        "\uD83D\uDE00 # Pass9word",
        "\"a\\\"Pass9word",
        "'it''s Pass9word'",
        "null Pass9word",
        "\r\n      Pass9word\r",
      })
  void behindACredentialsKey(String value) {
    assertHidden(Manifests.SWIFT.replaceFirst("password: secret", "password: " + quoted(value)));
    assertHidden(Manifests.S3.replace("_access_key: secret", "_acces_key: " + value));
    assertHidden(
        Manifests.SWIFT
            .replaceFirst("password: secret", "password: " + quoted(value))
            .replace("\n", "\r\n"));
    assertHidden(Manifests.S3.replaceFirst("aws_access_key_id: ", "foo: " + quoted(value) + "\n#"));
    assertHidden("password: " + value + "\n");
  }

  private static String quoted(String value) {
    return Matcher.quoteReplacement(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "&Pass9word",
        "*Pass9word",
        "!Pass9word",
        ",Pass9word",
        "#Pass9word",
        ", Pass9word: x",
        "\"abc\" Pass9word",
        "a, Pass9word: x",
        "a, Pass9word",
        "|Pass9word",
        "%Pass9word",
        "@Pass9word",
        "`Pass9word",
        "?Pass9word",
        "-Pass9word",
        ":Pass9word",
        "$Pass9word",
        "}Pass9word",
        "]Pass9word",
        "{Pass9word",
        "[Pass9word",
        "\"Pass9word",
        "'Pass9word",
        "abc, 'Pass9word': x",
        "Pass9word\"",
        "\"a\" , Pass9word",
        "a # Pass9word",
      })
  void inOneLine(String value) {
    for (String key : List.of("password", "\"password\"", "aws_secret_acces_key", "foo")) {
      for (String end : List.of(", region: x}", "}", ", nmae: y, region: x}")) {
        assertHidden(
            Manifests.S3.replaceFirst(
                "connection:\n(    .*\n)+  source",
                quoted("connection: {endpoint_url: x, " + key + ": " + value + end)
                    + "\n  source"));
        assertHidden(
            Manifests.S3.replaceFirst(
                "  connection:\n(    .*\n)+  target",
                quoted("  connection: {endpoint_url: x, " + key + ": " + value + end)
                    + "\n  targt"));
      }
    }
    assertHidden(Manifests.JSON.replace("\"secret\"", value));
    assertHidden(Manifests.JSON.replace("\"secret\"", value).replace("\", \"", "\",\n \""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bearer",
        "auth",
        "hmac",
        "pw",
        "pwd",
        "pass",
        "senha",
        "contrase\u00f1a",
        "contrasen\u0303a",
        "kennwort",
        "clave",
        "passwort",
        "mot_de_passe",
        "Authorization",
        "\u5bc6\u7801",
        "\u043f\u0430\u0440\u043e\u043b\u044c",
      })
  void namesOfCredentials(String key) {
    assertHidden(Manifests.S3 + key + ": " + SECRET + "\n");
    assertHidden(Manifests.S3 + key + ": [" + SECRET + "\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"conn", "con", "connect", "connection_info", "s3Connection", "Conection"})
  void namesOfConnections(String key) {
    for (String manifest : List.of(Manifests.S3, Manifests.SWIFT)) {
      String text = manifest.replace("connection:", key + ":");
      assertHidden(text.replaceFirst("(endpoint|auth)_url: ", "foo: " + SECRET + "\n      x: "));
      assertHidden(text.replaceFirst("(endpoint|auth)_url: ", "foo: " + SECRET + "\n    x: "));
    }
  }

  @Test
  void unusualSecretsOfAnchors() {
    assertHidden("x: &pw Pass9word\n" + Manifests.S3.replace("key: secret", "key: *pw"));
    assertHidden(Manifests.S3.replaceFirst("key: secret", "key: &pw Pass9word\n    foo: *pw"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mysql -pPass9word", "mysql -u root -p Pass9word", "sshpass -p Pass9word ssh a",
        "docker login -u a -p Pass9word", "./load -p Pass9word", "./load -p 'Pass9word'",
      })
  void passwordOptions(String command) {
    assertHidden(Manifests.S3.replace("python3 train.py", command + "; python3 trian.py"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "command: mkdir -p results2018a && ls",
        "command: mkdir -p dir",
        "command: python3 train.py -p 12345678 -port 80",
        "command: cp -p a12345678 b",
        "command: ./serve -p 8080:80 -p data/run12345",
        "auth_url: https://a.example.com/v3",
        "author: {name: Ada}",
        "endpoint_url: https://a.example.com",
        "connection: {endpoint_url: https://a.example.com, region: dallas} # as ever",
        "password: <password> # fill in",
        "password: ${Pass_word}",
        "password: $PASS_9",
        "bucket: Pass9word",
        "epochs: 12",
        "autoclave: x",
        "description: conversion of compass data",
      })
  void shown(String line) {
    assertEquals(line, masked(line));
  }

  @Test
  void whatFollowsASecretIsShown() {
    assertEquals(
        "{\"password\": \"***\", \"region\": \"x\"}",
        masked("{\"password\": \"a\", \"region\": \"x\"}"));
    assertEquals("{password: ***, region: x}", masked("{password: a b, region: x}"));
    assertEquals("{password: ***, region: x}", masked("{password: a, q: b, region: x}"));
    assertEquals("[{password: ***}]", masked("[{password: a}]"));
  }

  @Test
  void misspeltKeysAreNamed() {
    String text =
        Manifests.S3
            .replace("key: secret", "key: hunter2")
            .replaceFirst(
                "connection:\n(    .*\n)+  target",
                "connection: {endpoint_url: x, aws_access_key_id: y, aws_secret_acces_key: abc}\n"
                    + "  target");
    Cli cli = new Cli(folder);
    String output = cli.run("--no-model", cli.write("job.yaml", text)).out();
    assertTrue(output.contains("'aws_secret_acces_key'"), output);
  }

  private static String masked(String text) {
    ManifestDocument document =
        ManifestDocument.parse(SourceText.of("job.yaml", text), YamlLimits.DEFAULT);
    Span all = new Span(0, text.length());
    return Redactor.of(document).mask(all, all).text();
  }

  private static String lineOf(String text) {
    return text.lines().filter(line -> line.contains(SECRET)).toList().toString();
  }

  /** Nor in any line, whether a finding shows it or not. */
  private void assertHidden(String text) {
    assertTrue(text.contains(SECRET), text);
    assertFalse(masked(text).contains(SECRET), () -> lineOf(masked(text)));
    Cli cli = new Cli(folder);
    String job = cli.write("job.yaml", text);
    for (List<String> form :
        List.of(List.of("--format", "text"), List.of("--format", "json"), List.of("--diff"))) {
      List<String> arguments = new ArrayList<>(form);
      arguments.addAll(List.of("--no-model", job));
      Cli.Outcome outcome = cli.run(arguments.toArray(String[]::new));
      String output = outcome.out() + outcome.err();
      assertFalse(output.contains(SECRET), () -> output + "\nof\n" + text);
    }
  }
}
