/** Plays the timeline at a chosen speed; waits for a frame that is not here yet instead of skipping it. No DOM. */

export interface PlayerDeps {
  /** Milliseconds. */
  now(): number;
  schedule(callback: () => void, delay: number): number;
  cancel(handle: number | undefined): void;
  position(): { readonly t: number; readonly count: number };
  hasFrame(t: number): boolean;
  show(t: number): void;
  /** Playing has begun or ended. */
  changed(): void;
}

export class Player {
  private speed = 1;
  private handle: number | undefined;
  private due = 0;
  private running = false;
  private waiting = false;

  constructor(private readonly deps: PlayerDeps) {}

  get isPlaying(): boolean {
    return this.running;
  }

  /** Steps per second. */
  setSpeed(speed: number): void {
    if (speed === this.speed) return;
    this.speed = speed;
    if (!this.running || this.waiting) return;
    this.deps.cancel(this.handle);
    this.scheduleNext(this.deps.now());
  }

  play(): void {
    const { t, count } = this.deps.position();
    if (this.running || count < 2) return;
    this.running = true;
    this.waiting = false;
    this.deps.changed();
    if (t < count - 1) return this.startNow();
    // At the end, playing starts over.
    this.deps.show(0);
    this.scheduleNext(this.deps.now());
  }

  pause(): void {
    if (!this.running) return;
    this.running = false;
    this.waiting = false;
    this.deps.cancel(this.handle);
    this.deps.changed();
  }

  /** The button answers at once, also where a step lasts seconds. */
  private startNow(): void {
    this.due = this.deps.now();
    this.handle = this.deps.schedule(() => this.tick(), 0);
  }

  /** Frames have arrived: goes on if one of them was awaited. */
  framesArrived(): void {
    if (this.running && this.waiting && this.deps.hasFrame(this.deps.position().t + 1)) this.tick();
  }

  private tick(): void {
    const { t, count } = this.deps.position();
    if (t + 1 >= count) {
      this.pause();
      return;
    }
    this.waiting = !this.deps.hasFrame(t + 1);
    if (this.waiting) return;
    this.deps.show(t + 1);
    if (t + 2 >= count) this.pause();
    else this.scheduleNext(this.due);
  }

  /** Steps are due at even times; a late one does not shorten the next intervals. */
  private scheduleNext(from: number): void {
    const interval = 1000 / this.speed;
    const now = this.deps.now();
    this.due = Math.max(from + interval, now);
    this.handle = this.deps.schedule(() => this.tick(), this.due - now);
  }
}
