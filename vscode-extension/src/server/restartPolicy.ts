/** How often a server that ends by itself is started anew. */
export const MAX_RESTARTS = 5;
export const WINDOW_MILLIS = 3 * 60 * 1000;

/**
 * Lets a server that crashes now and then come back, and stops one that crashes again and again: at
 * most {@link MAX_RESTARTS} restarts within {@link WINDOW_MILLIS}.
 */
export class RestartPolicy {
  /** When it was restarted, in milliseconds; those of the last window. */
  private restarts: number[] = [];

  /** Tells the time in milliseconds; not the clock's, which may be set back. */
  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Whether to start it once more; if so, that counts. */
  mayRestart(): boolean {
    const now = this.now();
    this.restarts = this.restarts.filter((then) => now - then < WINDOW_MILLIS);
    if (this.restarts.length >= MAX_RESTARTS) {
      return false;
    }
    this.restarts.push(now);
    return true;
  }

  /** Forgets the past: the user has started the server. */
  reset(): void {
    this.restarts = [];
  }
}
