import type { Code } from './code';
import type { Stage } from './stage';
import { Window } from './window';
import { VALID, workspace } from './workspace';

const OURS = 'WML Training Manifests';
const WINDOWS = 8;

/**
 * A measurement, not a test: what the activation takes in several windows, beside the extensions of VS Code
 * itself that run in all of them.
 */
export async function activation({ browser, artefacts, root }: Stage, code: Code): Promise<void> {
  const folder = await workspace(root, 'activation', { 'job.yaml': VALID });
  const samples = new Map<string, number[]>();
  for (let i = 0; i < WINDOWS; i++) {
    const window = await Window.open(browser, code.window(folder, ['job.yaml']), artefacts, 'activation');
    await window.seesText('model_definition');
    for (const [name, millis] of await window.activations(OURS)) {
      samples.set(name, [...(samples.get(name) ?? []), millis]);
    }
    await window.close();
  }
  const medians = [...samples]
    .filter(([, times]) => times.length === WINDOWS)
    .map(([name, times]) => ({ name, median: median(times), times }))
    .sort((one, other) => one.median - other.median);
  for (const { name, median: millis, times } of medians) {
    console.log(`  ${name.padEnd(40)} ${millis} ms, of ${times.join(', ')}`);
  }
}

function median(times: number[]): number {
  const sorted = [...times].sort((one, other) => one - other);
  const middle = sorted.slice((sorted.length - 1) >> 1, (sorted.length >> 1) + 1);
  return middle.reduce((sum, time) => sum + time, 0) / middle.length;
}
