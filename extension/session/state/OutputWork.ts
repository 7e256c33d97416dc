/** Work that may need a layer's output or gradients: done at once, or when a worker has computed what takes long. */
import type { LayerResult } from '../../../core/layer/job/LayerJob';
import { Computation } from '../Computation';
import { OutputNeeded, outputTools, type ResultTools } from '../picture/LayerOutput';
import type { SessionPorts } from '../ports';

type Work = (tools: ResultTools) => void;
type Failed = (error: unknown) => void;

export class OutputWork {
  private readonly computation: Computation;

  /** `changed` is called when work that had to wait has progressed, is done or has failed. */
  constructor(
    compute: SessionPorts['compute'],
    private readonly changed: () => void,
  ) {
    this.computation = new Computation(compute, changed);
  }

  /** The share that is computed, 0 … 1; undefined while nothing is. */
  get share(): number | undefined {
    return this.computation.share;
  }

  /** Gives up work that waits. */
  cancel(): void {
    this.computation.cancel();
  }

  /** Runs `work`, which throws OutputNeeded for what takes long and is then run again with it. Work that waits is given up. */
  run(work: Work, failed: Failed): void {
    this.computation.cancel();
    this.attempt(work, failed, {});
  }

  private attempt(work: Work, failed: Failed, known: LayerResult): void {
    try {
      work(outputTools(known));
    } catch (error) {
      if (error instanceof OutputNeeded) this.wait(error, work, failed, known);
      else failed(error);
    }
  }

  /** The results of a backward pass are needed after the output: what is known stays known. */
  private wait({ job }: OutputNeeded, work: Work, failed: Failed, known: LayerResult): void {
    this.computation.start(
      job,
      (result) => {
        this.attempt(work, failed, { ...known, ...result });
        this.changed();
      },
      (error) => {
        failed(error);
        this.changed();
      },
    );
  }
}
