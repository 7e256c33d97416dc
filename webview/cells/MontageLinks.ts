/** All channels or filters of a map: requested from the host when they are opened, and at each step while they are shown. */
import type { MontageMessage, PanelMessage } from '../../core/panel/protocol';
import type { MapFigure } from '../heatmap/MapFigure';

interface MontageDeps {
  post(message: PanelMessage): void;
  generation(): number;
  figure(map: string): MapFigure | undefined;
}

/** What the planes of a map are of. */
interface Request {
  readonly map: string;
  readonly generation: number;
  readonly t: number;
}

export class MontageLinks {
  private requests = 0;
  private step = 0;
  /** The newest request: answered, or not yet. */
  private asked: Request | undefined;
  private isWaiting = false;

  constructor(private readonly deps: MontageDeps) {}

  open(map: string): void {
    this.ask(map);
  }

  /** A step is drawn. One request at a time: what is drawn meanwhile is asked for when it is answered. */
  setStep(t: number): void {
    this.step = t;
    this.follow();
  }

  receive({ request, montage }: MontageMessage): void {
    if (request !== this.requests) return;
    this.isWaiting = false;
    if (montage) this.deps.figure(montage.map)?.showMontage(montage);
    this.follow();
  }

  private follow(): void {
    const { asked, step } = this;
    if (!asked || !this.deps.figure(asked.map)?.hasMontage) return;
    // A request of an earlier generation is not answered.
    const isCurrent = asked.generation === this.deps.generation();
    if (!isCurrent || (!this.isWaiting && asked.t !== step)) this.ask(asked.map);
  }

  private ask(map: string): void {
    this.requests++;
    this.isWaiting = true;
    this.asked = { map, generation: this.deps.generation(), t: this.step };
    this.deps.post({ type: 'montage', request: this.requests, ...this.asked });
  }
}
