package dev.wmllint.lsp.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Manifests and zips to test with. */
final class Manifests {
  /** A manifest without a finding, as long as nobody looks for its program. */
  static final String RIGHT =
      """
      model_definition:
        name: mnist
        framework:
          name: tensorflow
          version: 1.2-py3
        execution:
          command: python3 train.py --data ${DATA_DIR}/mnist.npz
          resource: small
      training_data_reference:
      - connection:
          endpoint_url: https://s3-api.us-geo.objectstorage.softlayer.net
          aws_access_key_id: <access-key-id>
          aws_secret_access_key: <secret-access-key>
        source:
          bucket: mnist-training-data
          type: s3
      training_results_reference:
        connection:
          endpoint_url: https://s3-api.us-geo.objectstorage.softlayer.net
          aws_access_key_id: <access-key-id>
          aws_secret_access_key: <secret-access-key>
        target:
          bucket: mnist-training-models
          type: s3
      """;

  private Manifests() {}

  /**
   * Writes a zip of small files; content is {@code name\n} unless given as {@code name=content}.
   */
  static Path zip(Path zip, String... files) {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (String file : files) {
        String name = file.replaceFirst("(?s)=.*", "");
        String content = name.equals(file) ? name + "\n" : file.substring(name.length() + 1);
        out.putNextEntry(new ZipEntry(name));
        out.write(content.getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
      }
      return zip;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
