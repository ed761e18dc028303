package dev.wmllint.docs;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * An example of a rule page as files that can be linted.
 *
 * @param manifest the whole manifest that the example stands for
 * @param model its model definition
 */
record PageExample(Path manifest, Path model) {
  private static final Path MANIFESTS = Path.of("src/test/resources/testdata/pages");

  /** Writes the files into a folder. */
  static PageExample write(Markdown.Fence example, Path folder) throws IOException {
    Map<String, String> with = example.attributes();
    String base = with.containsKey("swift") ? "swift.yaml" : "s3.yaml";
    String whole = Files.readString(MANIFESTS.resolve(base));
    String text =
        example.language().equals("yaml") ? ManifestSketch.expand(example.text(), whole) : whole;
    Charset charset = Charset.forName(with.getOrDefault("bytes", "UTF-8"));
    Path manifest = Files.write(folder.resolve("job.yaml"), text.getBytes(charset));
    String entries = with.getOrDefault("zip", "train.py");
    return new PageExample(
        manifest, ExampleModel.build(folder, entries, with.getOrDefault("spoilt", "")));
  }
}
