import path from 'node:path';
import type { Code } from './code';
import { until } from './report';
import type { Stage } from './stage';
import { MISTAKES, VALID, workspace, zip } from './workspace';

const JSON_JOB = `{
  "model_definition": {"name": "x"},
  "training_data_reference": [
    {
      "connection": {
        "auth_url": "here"
      },
      "source": {"bucket": "b", "type": "bluemix_objectstore"}
    }
  ]
}
`;

/** The suites of test/host, which run inside of the extension host, one line for each test. */
export async function hostTests(
  { browser, report, artefacts, root }: Stage,
  code: Code,
  name = 'host',
): Promise<void> {
  const folder = await workspace(root, name, {
    'job.wml.yaml': MISTAKES,
    'valid.yaml': VALID,
    'job.json': JSON_JOB,
    'deep/other.yaml': MISTAKES,
    'twice.yaml': `${VALID}model_definition: again\n`,
    'model/train.py': 'print("hello")\n',
    'model/__pycache__/train.pyc': 'junk',
    'key.json': JSON.stringify({
      auth_url: 'https://identity.open.softlayer.com/v3',
      projectId: '0123456789abcdef0123456789abcdef',
      region: 'dallas',
      username: 'member_example',
      password: 'p{a}ss:word-of-the-test',
      domainName: '1234567',
    }),
  });
  await zip(path.join(folder, 'deep', 'tf-model.zip'), { 'convolutional_network.py': '' });
  await zip(path.join(folder, 'other.zip'), { 'convolutional_net.py': '' });
  const context = await browser.newContext();
  const page = await context.newPage();
  let exit: number | undefined;
  await page.exposeFunction('codeAutomationLog', (type: string, args: unknown[]) => {
    const line = args.map(String).join(' ');
    const passed = /^host ok: (.*)$/.exec(line);
    const failed = /^host failed: (.*?): ([^]*)$/.exec(line);
    if (passed !== null) {
      report.ok(passed[1] ?? '');
    } else if (failed !== null) {
      report.fail(failed[1] ?? '', failed[2]);
    } else if (line.startsWith('host: ')) {
      console.log(`  ${line.slice('host: '.length)}`);
    }
  });
  await page.exposeFunction('codeAutomationExit', (status: number) => {
    exit = status;
  });
  const suite = path.resolve('out/test/host/index.js');
  await page.goto(code.tests(folder, await code.installed(), suite));
  try {
    await until('the suites end', () => exit !== undefined, 240);
    if (exit !== 0) {
      report.fail('the suites in the extension host', `ended with ${exit}`);
    }
  } catch (error) {
    await page.screenshot({ path: path.join(artefacts, `${name}-stuck.png`) });
    report.fail('the suites in the extension host', error);
  }
  await context.close();
  await report.step('no credential is in the log', async () => {
    const log = await code.log();
    if (!log.includes('the server is ready')) {
      throw new Error(`this is no log:\n${log}`);
    }
    if (/ss:word-of-the-test|example-secret/.test(log)) {
      throw new Error('a credential is in the log');
    }
  });
}
