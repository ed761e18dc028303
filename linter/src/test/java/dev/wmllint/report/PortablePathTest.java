package dev.wmllint.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PortablePathTest {
  @ParameterizedTest
  @CsvSource({
    "job.yaml, job.yaml, job.yaml",
    "./jobs//a/../job.yaml, jobs/job.yaml, jobs/job.yaml",
    "../job.yaml, ../job.yaml, ../job.yaml",
    "a/../../b, ../b, ../b",
    "., ., .",
    "jobs/ü #1/100%.yaml, jobs/ü #1/100%.yaml, jobs/%C3%BC%20%231/100%25.yaml",
    "a:b/c:d.yaml, a:b/c:d.yaml, a%3Ab/c:d.yaml",
    "<stdin>, <stdin>, %3Cstdin%3E",
    "jobs\\job.yaml, jobs\\job.yaml, jobs%5Cjob.yaml",
    "/jobs/./job 1.yaml, /jobs/job 1.yaml, file:///jobs/job%201.yaml",
    "/../job.yaml, /job.yaml, file:///job.yaml",
    "\uD83D\uDE80, \uD83D\uDE80, %F0%9F%9A%80",
  })
  void elsewhere(String path, String names, String uri) {
    check(PortablePath.of(path, '/'), names, uri);
  }

  @ParameterizedTest
  @CsvSource({
    "jobs\\job.yaml, jobs/job.yaml, jobs/job.yaml",
    "..\\jobs/job.yaml, ../jobs/job.yaml, ../jobs/job.yaml",
    "C:\\jobs\\job 1.yaml, C:/jobs/job 1.yaml, file:///C:/jobs/job%201.yaml",
    "\\jobs\\job.yaml, /jobs/job.yaml, file:///jobs/job.yaml",
    "\\\\server\\share\\job.yaml, //server/share/job.yaml, file://server/share/job.yaml",
  })
  void onWindows(String path, String names, String uri) {
    check(PortablePath.of(path, '\\'), names, uri);
  }

  private static void check(PortablePath path, String names, String uri) {
    assertEquals(names, path.names());
    assertEquals(uri, path.uri());
    assertEquals(path.absolute(), URI.create(uri).isAbsolute());
  }
}
