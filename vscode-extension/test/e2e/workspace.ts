import { execFileSync } from 'node:child_process';
import { promises as fs } from 'node:fs';
import path from 'node:path';

/** With five mistakes: a version, a program that is not in the zip, a size, an old key, a bucket. */
export const MISTAKES = `# A run that the service would refuse.
model_definition:
  name: mnist
  framework:
    name: tensorflow
    version: 1.2
  execution:
    command: python3 convolutional_net.py --data \${DATA_DIR}/mnist.npz
    resource: tiny
training_data:
- connection: &store
    endpoint_url: https://s3-api.us-geo.objectstorage.softlayer.net
    aws_access_key_id: example-key
    aws_secret_access_key: example-secret
  source:
    bucket: mnist-training-data
    type: s3
training_results_reference:
  connection: *store
  target:
    bucket: MNIST_models
    type: s3
`;

/** Without a mistake, and with nothing between the braces of completion. */
export const VALID = MISTAKES.replace('# A run that the service would refuse.\n', '')
  .replace('version: 1.2', 'version: 1.2-py3')
  .replace('convolutional_net.py', 'convolutional_network.py')
  .replace('tiny', 'small')
  .replace('training_data:', 'training_data_reference:')
  .replace('MNIST_models', 'mnist-models');

export const UNRELATED = `services:
  web:
    image: nginx
    resource: tiny
    command: python3 nothing.py
`;

/** A folder that no window has seen: VS Code restores what was not saved in one that it knows. */
export async function workspace(
  root: string,
  name: string,
  files: Readonly<Record<string, string>>,
): Promise<string> {
  const folder = path.join(root, 'work', name);
  for (const [file, text] of Object.entries(files)) {
    await fs.mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await fs.writeFile(path.join(folder, file), text);
  }
  return folder;
}

/** Writes a zip that holds these files, in place of one that is there. */
export async function zip(file: string, files: Readonly<Record<string, string>>): Promise<void> {
  const from = `${file}.files`;
  for (const [name, text] of Object.entries(files)) {
    await fs.mkdir(path.dirname(path.join(from, name)), { recursive: true });
    await fs.writeFile(path.join(from, name), text);
  }
  const made = `${file}.new`;
  execFileSync('python3', ['-c', PACK, made, from]);
  await fs.rm(from, { recursive: true });
  await fs.rename(made, file);
}

const PACK = `
import os, sys, zipfile
with zipfile.ZipFile(sys.argv[1], 'w') as out:
    for at, _, names in sorted(os.walk(sys.argv[2])):
        for name in sorted(names):
            whole = os.path.join(at, name)
            out.write(whole, os.path.relpath(whole, sys.argv[2]))
`;
