import { readdirSync } from 'node:fs';
import path from 'node:path';
import * as exported from 'mocha';
import type MochaClass from 'mocha';

// The types are of mocha 11, where the class was the export itself.
const { Mocha } = exported as unknown as {
  Mocha: new (options: object) => MochaClass;
};

/** Called by VS Code in its extension host; ends with an error when a test fails. */
export function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, reporter: 'min' });
  for (const name of readdirSync(__dirname).sort()) {
    if (name.endsWith('.js') && name !== 'index.js') {
      mocha.addFile(path.join(__dirname, name));
    }
  }
  return new Promise((resolve, reject) => {
    const runner = mocha.run((failures) => {
      if (failures === 0) {
        resolve();
      } else {
        reject(new Error(`${failures} failed`));
      }
    });
    runner.on('pass', (test) => {
      console.log(`host ok: ${test.fullTitle()}`);
    });
    runner.on('fail', (test, error: Error) => {
      console.log(`host failed: ${test.fullTitle()}: ${error.message}`);
    });
  });
}
