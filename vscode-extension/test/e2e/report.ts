/** Counts what passed, and goes on after a failure. */
export class Report {
  private passed = 0;
  private failed = 0;

  /** @param look called after each failure, to keep what is on screen */
  constructor(private readonly look: (failure: number) => Promise<void>) {}

  ok(name: string): void {
    this.passed++;
    console.log(`  ok: ${name}`);
  }

  fail(name: string, error: unknown): void {
    this.failed++;
    const words = error instanceof Error ? error.message : String(error);
    console.log(`  FAILED: ${name}\n    ${words.split('\n').slice(0, 40).join('\n    ')}`);
  }

  /** One thing that must hold; what it returns is handed on, undefined where it does not hold. */
  async step<T>(name: string, check: () => Promise<T>): Promise<T | undefined> {
    try {
      const result = await check();
      this.ok(name);
      return result;
    } catch (error) {
      this.fail(name, error);
      await this.look(this.failed).catch(() => undefined);
      return undefined;
    }
  }

  /** Tells the sum; whether all is well. */
  close(): boolean {
    console.log(`${this.passed} passed, ${this.failed} failed`);
    return this.failed === 0 && this.passed > 0;
  }
}

/**
 * Asks again and again until it holds; what is waited for here takes longer on a busy machine.
 *
 * @param what named where it never holds; may tell what was seen last
 */
export async function until<T>(
  what: string | (() => string),
  ask: () => Promise<T | undefined | null | false> | T | undefined | null | false,
  seconds = 60,
): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== null && answer !== false) {
      return answer;
    }
    if (Date.now() > end) {
      throw new Error(`not within ${seconds} s: ${typeof what === 'string' ? what : what()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
