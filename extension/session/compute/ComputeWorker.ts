/** A thread that serves jobs one at a time, whichever host it runs in. */
import type { LayerJob } from '../../../core/layer/job/LayerJob';
import type { JobReply } from '../../../core/layer/job/serveJob';

export interface WorkerListener {
  reply(reply: JobReply): void;
  /** The thread has ended or cannot start, for a reason that nobody foresaw. */
  failed(reason: string): void;
}

export interface ComputeWorker {
  /** False once the thread has ended. */
  readonly alive: boolean;
  /** Who hears of the current job, instead of whoever did before. */
  listen(listener: WorkerListener): void;
  send(job: LayerJob, transfer: readonly ArrayBuffer[]): void;
  /** At once, whatever it is doing. */
  terminate(): void;
}

/** Undefined where the host cannot start one. */
export type LaunchWorker = () => Promise<ComputeWorker | undefined>;
