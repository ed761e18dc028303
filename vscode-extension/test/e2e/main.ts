// The extension as its users meet it: packaged, installed, in a browser. See .ci/vscode-test.sh.
import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { activation } from './activation';
import { commands } from './commands';
import { Code, endAll, required } from './code';
import { hostTests } from './hostTests';
import { Report } from './report';
import { native } from './native';
import { noJava } from './noJava';
import { editing } from './scenarios';
import { typing } from './typing';

async function main(): Promise<boolean> {
  const universal = required('WML_VSIX');
  const platform = process.env['WML_VSIX_PLATFORM'] ?? '';
  const artefacts = path.resolve(process.env['WML_ARTEFACTS'] ?? 'artefacts');
  const only = process.argv.slice(2);
  const wanted = (name: string): boolean => only.length === 0 || only.includes(name);
  await fs.rm(artefacts, { recursive: true, force: true });
  await fs.mkdir(artefacts, { recursive: true });
  const root = await fs.mkdtemp(path.join(os.tmpdir(), 'wml-vscode-'));
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
      ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
    ],
  });
  const report = new Report(async (failure) => {
    const pages = browser.contexts().flatMap((context) => context.pages());
    for (const [index, page] of pages.entries()) {
      await page.screenshot({ path: path.join(artefacts, `failure-${failure}-${index}.png`) });
    }
  });
  const stage = { browser, report, artefacts, root };
  try {
    // Only on request: they take minutes, or depend on what else the machine does.
    const asked = (name: string): boolean => only.includes(name);
    if (['host', 'editing'].some(wanted) || ['typing', 'activation'].some(asked)) {
      const code = await Code.start({
        folder: path.join(root, 'universal'),
        extensions: [universal],
        runsSuites: true,
        settings: { 'editor.codeActionsOnSave': { 'source.fixAll.wml': 'explicit' } },
      });
      if (wanted('editing')) {
        await editing(stage, code);
      }
      if (wanted('host')) {
        await hostTests(stage, code);
      }
      if (asked('typing')) {
        await typing(stage, code);
      }
      if (asked('activation')) {
        await report.step('the activation was measured', () => activation(stage, code));
      }
      await code.stop();
    }
    if (asked('commands')) {
      await commands(stage, universal);
    }
    if (wanted('none')) {
      await noJava(stage, universal);
    }
    if (wanted('own') && platform !== '') {
      await native(stage, platform);
    }
  } catch (error) {
    report.fail('the test itself', error);
  } finally {
    await browser.close();
    await endAll();
    await fs.rm(root, { recursive: true, force: true, maxRetries: 5 });
  }
  return report.close();
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    void endAll().then(() => process.exit(130));
  });
}

main().then(
  (ok) => process.exit(ok ? 0 : 1),
  (error: unknown) => {
    console.error(error);
    void endAll().then(() => process.exit(1));
  },
);
