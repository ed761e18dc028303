/** How long a server may take for an answer before that is worth a word. */
export const PATIENCE_MILLIS = 5_000;

/** Notices that a server does not answer, and that it does again. */
export class Silence {
  /** The requests that should have been answered. */
  private readonly overdue = new Set<object>();
  /** What calls off the wait for each of the others. */
  private readonly pending = new Map<object, () => void>();

  /**
   * @param changed called when the silence has become too long, and when it ends
   * @param later calls a function after so many milliseconds, unless what it returns is called before
   */
  constructor(
    private readonly changed: () => void,
    private readonly later: (run: () => void, millis: number) => () => void = timer,
  ) {}

  /** Whether an answer is waited for that should have come. */
  get isLong(): boolean {
    return this.overdue.size > 0;
  }

  /** Waits for an answer. */
  async during<T>(answer: Promise<T>): Promise<T> {
    const request = {};
    const callOff = this.later(() => {
      this.pending.delete(request);
      this.overdue.add(request);
      this.tellIf(this.overdue.size === 1);
    }, PATIENCE_MILLIS);
    this.pending.set(request, callOff);
    try {
      return await answer;
    } finally {
      callOff();
      this.pending.delete(request);
      this.tellIf(this.overdue.delete(request) && this.overdue.size === 0);
    }
  }

  /** The server has ended, and its answers do not come any more. */
  end(): void {
    this.pending.forEach((callOff) => {
      callOff();
    });
    this.pending.clear();
    const wasLong = this.isLong;
    this.overdue.clear();
    this.tellIf(wasLong);
  }

  private tellIf(isNew: boolean): void {
    if (isNew) {
      this.changed();
    }
  }
}

function timer(run: () => void, millis: number): () => void {
  const timeout = setTimeout(run, millis);
  return () => {
    clearTimeout(timeout);
  };
}
