import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';

interface Command {
  readonly command: string;
  readonly title: string;
  readonly enablement?: string;
}
interface Setting {
  readonly type?: string;
  readonly enum?: readonly string[];
}
interface Manifest {
  readonly contributes: {
    readonly commands: readonly Command[];
    readonly menus: Readonly<Record<string, readonly { command: string; when?: string }[]>>;
    readonly configurationDefaults: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    readonly configuration: {
      readonly properties: Readonly<Record<string, { readonly properties?: Readonly<Record<string, Setting>> }>>;
    };
    readonly walkthroughs: readonly {
      readonly steps: readonly { id: string; description: string; completionEvents?: readonly string[] }[];
    }[];
  };
}

const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;

describe('what package.json contributes', () => {
  it('is there in remote windows: their files have another scheme', () => {
    const conditions = [
      ...contributes.commands.map(({ enablement }) => enablement),
      ...Object.values(contributes.menus).flatMap((menu) => menu.map(({ when }) => when)),
    ];
    for (const condition of conditions.filter((one) => one !== undefined)) {
      assert.doesNotMatch(condition, /Scheme\s*==\s/, condition);
      for (const [pattern] of condition.matchAll(/=~ \/.*?\//g)) {
        assert.match(pattern, /vscode-remote/, condition);
      }
    }
  });

  it('has titles as VS Code writes them', () => {
    for (const { title } of contributes.commands) {
      assert.match(title, /^[A-Z]/);
      assert.doesNotMatch(title, /\bthe\b|\.\.\./i, title);
    }
  });

  it('has menus with commands that exist', () => {
    const known = new Set(contributes.commands.map(({ command }) => command));
    for (const { command } of Object.values(contributes.menus).flat()) {
      assert.ok(known.has(command), command);
    }
  });

  it('lets each rule be set in the settings editor, which wants its type', () => {
    const rules = Object.entries(contributes.configuration.properties['wmlLint.rules']?.properties ?? {});
    assert.ok(rules.length > 50);
    for (const [rule, { type, enum: values }] of rules) {
      assert.equal(type, 'string', rule);
      assert.deepEqual(values, ['off', 'info', 'warning', 'error'], rule);
    }
  });

  it('proposes nothing where nothing fits', () => {
    const defaults = contributes.configurationDefaults['[wml-manifest]'];
    assert.equal(defaults?.['editor.wordBasedSuggestions'], 'off');
  });

  it('has walkthrough steps without marks that are not shown as such, ticked by what was done', () => {
    for (const { id, description, completionEvents = [] } of contributes.walkthroughs.flatMap(({ steps }) => steps)) {
      assert.ok(!description.includes('`'), id);
      for (const event of completionEvents) {
        assert.match(event, /^onContext:wmlLint\.finished\./, id);
      }
    }
  });
});
