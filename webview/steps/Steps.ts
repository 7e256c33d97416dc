/** The steps of a layer: which one is wanted, which one is drawn, playing, and the frames that are asked for on the way. */
import type { FramesMessage, LayerState, StateMessage } from '../../core/panel/protocol';
import type { Frame } from '../../core/step/Frame';
import { FrameStore } from '../frames/FrameStore';
import { planPrefetch } from '../frames/planPrefetch';
import type { PageDeps } from '../PageDeps';
import { stepPace, still, type StepPace } from '../stage/stepPace';
import { Player } from '../timeline/Player';

export interface StepEvents {
  /** Another step is wanted; its frame may not have arrived yet. */
  wanted(t: number): void;
  /** A frame is to be drawn: of the wanted step, or of one on the way to it. */
  draw(frame: Frame, pace: StepPace): void;
  /** The wanted step was drawn, and nothing plays: it can be read aloud. */
  reached(frame: Frame): void;
  playing(isPlaying: boolean): void;
}

/** Seeks that were sent since the panel was loaded. */
let seeks = 0;

export class Steps {
  private readonly store = new FrameStore();
  private readonly player: Player;
  private timeline: LayerState['timeline'] | undefined;
  private speed = 1;
  private t = 0;
  private last: Frame | undefined;
  private lastGeneration = -1;
  private lastAt = -Infinity;

  constructor(
    private readonly deps: Pick<PageDeps, 'post' | 'keepStep' | 'drawn'>,
    private readonly events: StepEvents,
  ) {
    this.player = new Player({
      now: () => performance.now(),
      schedule: (callback, delay) => setTimeout(callback, delay),
      cancel: (handle) => clearTimeout(handle),
      position: () => ({ t: this.t, count: this.count }),
      hasFrame: (t) => this.store.get(t) !== undefined,
      show: (t) => this.seek(t),
      changed: () => events.playing(this.player.isPlaying),
    });
  }

  /** The wanted step; `drawn` follows when its frame is here. */
  get wanted(): number {
    return this.t;
  }

  get count(): number {
    return this.timeline?.count ?? 0;
  }

  get generation(): number {
    return this.store.generation;
  }

  /** The frame that was drawn last. */
  get drawn(): Frame | undefined {
    return this.last;
  }

  /** Whether the wanted step is drawn. */
  get isDrawn(): boolean {
    return this.lastGeneration === this.generation && this.last?.t === this.t;
  }

  /** Forgets all frames. Returns the step of a seek that crossed the state: the host dropped it, and it is to be repeated. */
  reset({ timeline, t }: LayerState, { generation, lastSeek }: StateMessage): number | undefined {
    const before = this.timeline;
    const same = before?.count === timeline.count && before.granularity === timeline.granularity;
    const lost = same && lastSeek < seeks ? this.t : undefined;
    this.timeline = timeline;
    this.t = t;
    this.store.reset(generation);
    return lost;
  }

  receive(message: FramesMessage): void {
    const brought = this.store.accept(message);
    if (brought.length === 0) return;
    if (!this.isDrawn) {
      if (this.store.get(this.t)) this.drawWanted();
      else if (this.lastGeneration === this.generation) this.drawNearest(brought);
    }
    this.player.framesArrived();
    this.prefetch();
  }

  /** Steps per second. */
  setSpeed(speed: number): void {
    this.speed = speed;
    this.player.setSpeed(speed);
  }

  /** The user's own move ends playing; the player's does not. */
  userSeek(t: number): void {
    this.player.pause();
    this.seek(t);
  }

  seek(t: number): void {
    if (t === this.t) return;
    this.t = t;
    seeks += 1;
    this.deps.post({ type: 'seek', generation: this.generation, t, number: seeks });
    this.store.markAsked(t, t);
    this.events.wanted(t);
    this.drawWanted();
    this.prefetch();
    this.deps.keepStep(t);
    this.deps.drawn();
  }

  togglePlay(): void {
    if (this.player.isPlaying) this.player.pause();
    else this.player.play();
    this.prefetch();
  }

  pause(): void {
    this.player.pause();
  }

  private prefetch(): void {
    if (!this.timeline) return;
    const range = planPrefetch({
      t: this.t,
      count: this.count,
      speed: this.player.isPlaying ? this.speed : 0,
      isCovered: (t) => this.store.isCovered(t),
    });
    if (!range) return;
    this.store.markAsked(range.from, range.to);
    this.deps.post({ type: 'wantFrames', generation: this.generation, ...range });
  }

  private drawWanted(): void {
    const frame = this.store.get(this.t);
    if (!frame) return;
    this.draw(frame);
    // Read aloud at a pace that can be followed: not while playing.
    if (!this.player.isPlaying) this.events.reached(frame);
  }

  /** While the slider runs ahead of a slow connection, what arrives is shown on the way. */
  private drawNearest(brought: readonly number[]): void {
    const nearest = brought.reduce((best, t) => (Math.abs(t - this.t) < Math.abs(best - this.t) ? t : best));
    const frame = this.store.get(nearest);
    if (frame) this.draw(frame);
  }

  private draw(frame: Frame): void {
    const now = performance.now();
    const before = this.lastGeneration === this.generation ? this.last : undefined;
    const pace = before ? stepPace(frame.t - before.t, now - this.lastAt) : still;
    this.lastAt = now;
    this.last = frame;
    this.lastGeneration = this.generation;
    this.events.draw(frame, pace);
  }
}
