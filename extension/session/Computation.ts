/** The one computation that a picture waits for: a new one takes the place of the one before. */
import type { LayerJob, LayerResult } from '../../core/layer/job/LayerJob';
import type { SessionPorts } from './ports';

/** Smallest change of the share that is reported. */
const shareStep = 0.1;

interface Running {
  share: number;
  cancel: () => void;
}

export class Computation {
  private running: Running | undefined;

  constructor(
    private readonly compute: SessionPorts['compute'],
    private readonly progressed: () => void,
  ) {}

  /** The share that is done, 0 … 1; undefined while nothing is computed. */
  get share(): number | undefined {
    return this.running?.share;
  }

  /** Cancels what is computed and ignores its result. */
  cancel(): void {
    this.running?.cancel();
    this.running = undefined;
  }

  start(job: LayerJob, done: (result: LayerResult) => void, failed: (error: unknown) => void): void {
    const running: Running = { share: 0, cancel: () => undefined };
    this.running = running;
    const { result, cancel } = this.compute(job, (share) => {
      if (this.running !== running || share - running.share < shareStep) return;
      running.share = share;
      this.progressed();
    });
    running.cancel = cancel;
    const end = (finish: () => void): void => {
      if (this.running !== running) return;
      this.running = undefined;
      finish();
    };
    result.then(
      (value) => end(() => done(value)),
      (error: unknown) => end(() => failed(error)),
    );
  }
}
