import { describe, expect, test } from 'vitest';
import { planPrefetch } from '../../../webview/frames/planPrefetch';
import { Player } from '../../../webview/timeline/Player';

/** A clock that only moves when it is told to. */
class Clock {
  now = 0;
  private timers: { at: number; run: () => void; id: number }[] = [];
  private ids = 0;

  schedule(run: () => void, delay: number): number {
    this.timers.push({ at: this.now + delay, run, id: ++this.ids });
    return this.ids;
  }

  cancel(id: unknown): void {
    this.timers = this.timers.filter((timer) => timer.id !== id);
  }

  advance(milliseconds: number): void {
    const end = this.now + milliseconds;
    for (;;) {
      const next = this.timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.timers = this.timers.filter((timer) => timer !== next);
      this.now = next.at;
      next.run();
    }
    this.now = end;
  }
}

function playing(count: number, hasFrame: (t: number) => boolean) {
  const clock = new Clock();
  const shown: { t: number; at: number }[] = [];
  let t = 0;
  const player = new Player({
    now: () => clock.now,
    schedule: (run, delay) => clock.schedule(run, delay),
    cancel: (id) => clock.cancel(id),
    position: () => ({ t, count }),
    hasFrame,
    show: (next) => {
      t = next;
      shown.push({ t, at: clock.now });
    },
    changed: () => undefined,
  });
  return { clock, player, shown, position: () => t };
}

describe('Player', () => {
  test('shows the next step at once, then one after the other at the chosen speed, and stops at the end', () => {
    const { clock, player, shown } = playing(4, () => true);
    player.setSpeed(2);
    player.play();
    clock.advance(10_000);
    expect(shown).toEqual([
      { t: 1, at: 0 },
      { t: 2, at: 500 },
      { t: 3, at: 1000 },
    ]);
    expect(player.isPlaying).toBe(false);
  });

  test('waits for a frame and goes on when it arrives, skipping none', () => {
    const here = new Set([1]);
    const { clock, player, shown } = playing(10, (t) => here.has(t));
    player.setSpeed(10);
    player.play();
    clock.advance(1000);
    expect(shown.map(({ t }) => t)).toEqual([1]);
    here.add(2).add(3);
    player.framesArrived();
    clock.advance(100);
    expect(shown.map(({ t }) => t)).toEqual([1, 2, 3]);
  });

  test('from the end, playing starts over', () => {
    const { clock, player, position } = playing(3, () => true);
    player.play();
    clock.advance(5000);
    expect(position()).toBe(2);
    player.play();
    expect(position()).toBe(0);
  });

  test('pausing while it waits stays paused when the frame arrives', () => {
    const { clock, player, shown } = playing(3, () => false);
    player.play();
    clock.advance(3000);
    player.pause();
    player.framesArrived();
    clock.advance(3000);
    expect(shown).toEqual([]);
  });

  test('30 steps per second over 100 ms each way: no step is late once playing has begun', () => {
    const count = 300;
    const here = new Set([0]);
    const asked = new Set([0]);
    const { clock, player, shown, position } = playing(count, (t) => here.has(t));
    const ask = (): void => {
      const range = planPrefetch({ t: position(), count, speed: 30, isCovered: (t) => asked.has(t) });
      if (!range) return;
      for (let t = range.from; t <= range.to; t++) asked.add(t);
      clock.schedule(() => {
        for (let t = range.from; t <= range.to; t++) here.add(t);
        player.framesArrived();
        ask();
      }, 200);
    };
    player.setSpeed(30);
    player.play();
    ask();
    for (let elapsed = 0; elapsed < 12_000; elapsed += 5) {
      clock.advance(5);
      ask();
    }
    expect(shown).toHaveLength(count - 1);
    const gaps = shown.slice(1).map(({ at }, index) => at - shown[index]!.at);
    expect(Math.max(...gaps)).toBeLessThan(34);
  });
});
