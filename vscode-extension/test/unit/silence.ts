import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { PATIENCE_MILLIS, Silence } from '../../src/server/silence';

/** A clock that goes on when it is told to. */
class Clock {
  private now = 0;
  private readonly calls = new Map<() => void, number>();

  readonly later = (run: () => void, millis: number): (() => void) => {
    this.calls.set(run, this.now + millis);
    return () => {
      this.calls.delete(run);
    };
  };

  pass(millis: number): void {
    this.now += millis;
    for (const [run, due] of this.calls) {
      if (due <= this.now) {
        this.calls.delete(run);
        run();
      }
    }
  }
}

describe('the silence of a server', () => {
  const told = (): { clock: Clock; silence: Silence; states: boolean[] } => {
    const clock = new Clock();
    const states: boolean[] = [];
    const silence: Silence = new Silence(() => states.push(silence.isLong), clock.later);
    return { clock, silence, states };
  };

  it('is told of once, and its end too', async () => {
    const { clock, silence, states } = told();
    let answer: (value: number) => void = () => undefined;
    let refuse: (error: Error) => void = () => undefined;
    const answers = [
      silence.during(new Promise<number>((resolve) => (answer = resolve))),
      silence.during(new Promise<number>((_, reject) => (refuse = reject))),
    ];
    clock.pass(PATIENCE_MILLIS - 1);
    assert.ok(!silence.isLong);
    clock.pass(1);
    assert.ok(silence.isLong);
    answer(1);
    await answers[0];
    assert.ok(silence.isLong, 'the second is still waited for');
    refuse(new Error('no'));
    await assert.rejects(answers[1] ?? Promise.resolve(), /no/);
    assert.deepEqual(states, [true, false]);
  });

  it('is none where the answer comes in time', async () => {
    const { clock, silence, states } = told();
    await silence.during(Promise.resolve(1));
    clock.pass(PATIENCE_MILLIS);
    assert.deepEqual(states, []);
  });

  it('ends with the server', () => {
    const { clock, silence, states } = told();
    void silence.during(new Promise(() => undefined));
    clock.pass(PATIENCE_MILLIS);
    void silence.during(new Promise(() => undefined));
    silence.end();
    assert.ok(!silence.isLong);
    clock.pass(PATIENCE_MILLIS);
    assert.ok(!silence.isLong, 'nothing is waited for any more');
    assert.deepEqual(states, [true, false]);
  });
});
