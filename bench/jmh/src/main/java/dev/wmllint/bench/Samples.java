package dev.wmllint.bench;

import java.nio.file.Path;

/** The texts that are measured: small as people have them, and as large as the limits let pass. */
final class Samples {
  /** Sixty lines, one mistake: the manifest that the other benchmarks use too. */
  static final Path JOB = Path.of("bench/job.yaml");

  /** The model definition of the MNIST example. */
  static final Path MODEL = Path.of("examples/mnist/tf-model.zip");

  private Samples() {}

  /** A manifest of about so many characters: what is added are further keys, which are unknown. */
  static String ofLength(String job, int length) {
    StringBuilder text = new StringBuilder(job);
    for (int i = 0; text.length() < length; i++) {
      text.append("note_").append(i).append(": { author: somebody, text: 'line ").append(i);
      text.append("' }\n");
    }
    return text.toString();
  }
}
