import path from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { until } from './report';

/** A part of a window, in pixels. */
export interface Part {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The editor, and the panel below it. */
export const EDITOR_AND_PANEL: Part = { x: 346, y: 36, width: 831, height: 652 };

/** The upper part of the editor. */
export const EDITOR: Part = { x: 346, y: 36, width: 701, height: 394 };

/** A window of VS Code, as somebody in front of it sees and uses it. */
export class Window {
  private shots = 0;

  private constructor(
    private readonly context: BrowserContext,
    readonly page: Page,
    private readonly artefacts: string,
    private readonly name: string,
  ) {}

  static async open(
    browser: Browser,
    address: string,
    artefacts: string,
    name: string,
  ): Promise<Window> {
    const context = await browser.newContext({ viewport: { width: 1180, height: 720 } });
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    await page.goto(address);
    await page.locator('.monaco-workbench').waitFor();
    return new Window(context, page, artefacts, name);
  }

  async close(): Promise<void> {
    await this.context.close();
  }

  /**
   * A picture of what is on screen, kept with the artefacts.
   *
   * @param part the whole window is too small to be read where a picture is shown
   */
  async shot(what: string, part?: Part): Promise<void> {
    const number = String(++this.shots).padStart(2, '0');
    const file = path.join(this.artefacts, `${this.name}-${number}-${what}.png`);
    await this.page.screenshot({ path: file, ...(part === undefined ? {} : { clip: part }) });
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      await this.page.keyboard.press(key);
    }
  }

  /** Presses keys until something shows: one is lost that comes while the focus goes elsewhere. */
  async pressFor(shown: Locator, ...keys: string[]): Promise<void> {
    await until(`${String(shown)} after ${keys.join(' ')}`, async () => {
      await this.press(...keys);
      return shown.waitFor({ timeout: 5_000 }).then(
        () => true,
        () => false,
      );
    });
  }

  /** Types as people do: one key after the other. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text, { delay: 25 });
  }

  get squiggles(): Locator {
    return this.page.locator('.squiggly-error, .squiggly-warning, .squiggly-info');
  }

  /** Waits for an underlined mistake. */
  async seesSquiggles(): Promise<number> {
    await this.page.locator('.squiggly-error').first().waitFor();
    return this.squiggles.count();
  }

  /**
   * Runs a command by its title. A window that has just opened may not know the commands of extensions
   * yet, and its list stays as it is; so it is opened again.
   */
  async command(title: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget input').first();
    await until(`the command "${title}"`, async () => {
      await this.pressFor(input, 'F1');
      await input.fill(`>${title}`);
      const isThere = await this.row(title)
        .waitFor({ timeout: 5_000 })
        .then(() => true, () => false);
      if (!isThere) {
        await this.page.keyboard.press('Escape');
      }
      return isThere;
    });
    await this.choose(title);
  }

  /** A line of the list that is asked from. */
  row(text: string): Locator {
    return this.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: text }).first();
  }

  /** Answers a question that is asked in a list. */
  async choose(text: string): Promise<void> {
    await this.row(text).waitFor();
    await this.row(text).click();
  }

  /** Answers a question that is asked in a line. */
  async answer(prompt: string, text: string): Promise<void> {
    const box = this.page.locator('.quick-input-widget').filter({ hasText: prompt });
    await box.waitFor();
    const input = box.locator('input').first();
    await input.fill(text);
    await this.press('Enter');
  }

  /** Answers a question for a file, in the simple dialog. */
  async answerPath(file: string, title: string): Promise<void> {
    const box = this.page.locator('.quick-input-widget').filter({ hasText: title });
    await box.waitFor();
    await until(`the dialog takes ${file}`, async () => {
      await box.locator('input').first().fill(file);
      await this.page.waitForTimeout(500);
      await this.press('Enter');
      return box.waitFor({ state: 'hidden', timeout: 3_000 }).then(
        () => true,
        () => false,
      );
    });
  }

  /** A message in the lower right corner. */
  message(words: string): Locator {
    return this.page.locator('.notification-list-item').filter({ hasText: words }).first();
  }

  /** A question in the middle, which must be answered first. */
  dialog(words: string): Locator {
    return this.page.locator('.monaco-dialog-box').filter({ hasText: words }).first();
  }

  /** What the status bar says of the manifest. */
  get status(): Locator {
    return this.page.locator('[id="wml-lint.wml-manifest.wmlLint.status"]');
  }

  /** Takes an entry of the menu that the right button opens. */
  async menu(on: Locator, entry: string): Promise<void> {
    const line = this.page.locator('.monaco-menu .action-label').filter({ hasText: entry }).first();
    await on.click({ button: 'right' });
    await until(`the menu takes ${entry}`, async () => {
      await line.click();
      // A click that comes right after the menu is taken for the end of the one that has opened it.
      return line.waitFor({ state: 'hidden', timeout: 2_000 }).then(
        () => true,
        () => false,
      );
    });
  }

  /** A file or folder in the explorer. */
  inExplorer(name: string): Locator {
    return this.page.locator('.explorer-folders-view .monaco-list-row').filter({ hasText: name }).first();
  }

  /** Loads the window again, with what was open in it. */
  async reload(address: string): Promise<void> {
    await this.page.goto(address);
    await this.page.locator('.monaco-workbench').waitFor();
  }

  /** Opens a file of the workspace. */
  async openFile(name: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget input').first();
    await this.pressFor(input, 'Control+P');
    await input.fill(name);
    await this.choose(name);
    await this.tab(name).waitFor();
  }

  tab(name: string): Locator {
    return this.page.locator('.tab.active').filter({ hasText: name }).first();
  }

  /** Puts the cursor at a place of the file; lines and columns from 1. */
  async goTo(line: number, column: number): Promise<void> {
    const input = this.page.locator('.quick-input-widget input').first();
    await this.pressFor(input, 'Control+G');
    await input.fill(`:${line}:${column}`);
    await this.press('Enter');
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /** Puts the cursor at the end of the first line that holds a text. */
  async goToEndOf(text: string): Promise<void> {
    const lines = (await this.text()).split('\n');
    const line = lines.findIndex((one) => one.includes(text));
    if (line < 0) {
      throw new Error(`'${text}' is not in the document:\n${lines.join('\n')}`);
    }
    await this.goTo(line + 1, (lines[line] ?? '').length + 1);
  }

  /**
   * The lines on screen, with the hints that are drawn in them; lines beyond the lower edge are not
   * among them.
   */
  async text(): Promise<string> {
    const lines = await this.page
      .locator('.editor-instance .view-lines .view-line')
      .evaluateAll((all) =>
        all
          .map((line) => ({ top: parseFloat((line as HTMLElement).style.top), text: line.textContent }))
          .sort((a, b) => a.top - b.top)
          .map(({ text }) => text),
      );
    return lines.join('\n').replaceAll('\u00a0', ' ');
  }

  async seesText(wanted: string | RegExp): Promise<void> {
    let text = '';
    await until(
      () => `${String(wanted)} in the editor, which has\n${text}`,
      async () => {
        text = await this.text();
        return typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text);
      },
    );
  }

  /** Asks for proposals, and returns their labels, in order. */
  async proposals(): Promise<string[]> {
    const rows = this.page.locator('.suggest-widget.visible .monaco-list-row .label-name');
    await this.pressFor(rows.first(), 'Escape', 'Control+Space');
    return rows.allTextContents();
  }

  /** Takes one of the proposals on screen. */
  async accept(label: string): Promise<void> {
    await this.take('.suggest-widget.visible .monaco-list-row.focused .label-name', label);
  }

  /** Takes one of the quick fixes on screen. */
  async apply(title: string): Promise<void> {
    await this.take('.action-widget .monaco-list-row.focused', title);
  }

  /** Takes an entry of a list by the keyboard, as the mouse is kept from some lists in some versions. */
  private async take(focused: string, label: string): Promise<void> {
    const chosen = this.page.locator(focused);
    const passed = new Set<string | null>();
    let shown = await chosen.textContent();
    while (shown !== label) {
      if (passed.has(shown)) {
        throw new Error(`no '${label}' among ${[...passed].join(', ')}`);
      }
      passed.add(shown);
      await this.press('ArrowDown');
      shown = await until(`another proposal than '${shown}'`, async () => {
        const next = await chosen.textContent();
        return next !== shown && next;
      });
    }
    await this.press('Enter');
  }

  /** Opens the list of problems, and returns its lines. */
  async problems(): Promise<string[]> {
    const rows = this.page.locator('.markers-panel .monaco-list-row');
    const panel = this.page.locator('.markers-panel');
    if (!(await panel.isVisible())) {
      await this.pressFor(panel, 'Control+Shift+M');
    }
    return rows.allTextContents();
  }

  /** Waits until the list of problems holds this, or no longer does. */
  async seesProblem(wanted: string, there = true): Promise<void> {
    await until(`problem '${wanted}' is ${there ? 'listed' : 'gone'}`, async () => {
      const lines = await this.problems();
      return lines.some((line) => line.includes(wanted)) === there;
    });
  }

  /**
   * What VS Code counts for the activation of each extension that runs, in milliseconds: loading its code,
   * and the call.
   *
   * @param last the name of an extension that runs
   */
  async activations(last: string): Promise<Map<string, number>> {
    await this.command('Developer: Show Running Extensions');
    const list = this.page.locator('.runtime-extensions-editor .monaco-list').first();
    await list.waitFor();
    const box = await list.boundingBox();
    const times = new Map<string, number>();
    await until(`the time of ${last}`, async () => {
      // Only what is in view is there at all.
      for (const row of await list.locator('.monaco-list-row').all()) {
        const name = (await row.locator('.name').first().textContent()) ?? '';
        const time = /Activation: (\d+)ms/.exec((await row.textContent()) ?? '');
        if (time !== null) {
          times.set(name, Number(time[1]));
        }
      }
      await this.page.mouse.move((box?.x ?? 0) + 50, (box?.y ?? 0) + 50);
      await this.page.mouse.wheel(0, 150);
      return times.has(last);
    });
    return times;
  }

  async closePanel(): Promise<void> {
    await this.command('View: Hide Panel');
  }
}
