/** Computes layers without blocking the host: short ones in place, long ones on two workers that share the examples. */
import { bufferOf } from '../../../core/array/bufferOf';
import { bandsOf, emptyOutput, type Convolution } from '../../../core/layer/job/bandsOf';
import { checkJob, jobWork, type LayerJob, type LayerResult } from '../../../core/layer/job/LayerJob';
import { runJob, runWhole } from '../../../core/layer/job/runJob';
import { mergeResults, splitJob, withArrays } from '../../../core/layer/job/splitJob';
import { LensError, msg } from '../../../core/message';
import type { FloatData, NdArray } from '../../../core/array/NdArray';
import { keptNumbers, type ComputeWorker, type LaunchWorker } from './ComputeWorker';
import { freeBuffer } from '../memory/freeBuffer';
import type { WorkerReply } from './WorkerRequest';

/** Products that are done in place: below 50 ms on a slow machine without SIMD. */
const inPlaceWork = 2 ** 24;
const mostWorkers = 2;

/** VS Code's CancellationToken, as far as it is used. */
export interface CancelToken {
  readonly isCancellationRequested: boolean;
  onCancellationRequested(listener: () => void): { dispose(): void };
}

export interface JobHooks {
  /** The share that is done, 0 … 1. */
  readonly progress?: (done: number) => void;
  readonly token?: CancelToken;
}

/** The job was cancelled. */
export class CancelledError extends LensError {
  constructor() {
    super(msg('the computation was cancelled'));
  }
}

export class LayerComputer {
  private readonly idle: ComputeWorker[] = [];
  private readonly busy = new Set<ComputeWorker>();

  /** `mostKept`: numbers of a result after which its workers are not kept. */
  constructor(
    private readonly launch: LaunchWorker,
    private readonly mostKept = keptNumbers,
  ) {}

  /** Rejects with the layer's LensError, or with a CancelledError as soon as the token is cancelled. */
  async run(job: LayerJob, hooks: JobHooks = {}): Promise<LayerResult> {
    if (hooks.token?.isCancellationRequested) throw new CancelledError();
    checkJob(job);
    if (jobWork(job) <= inPlaceWork) return runWhole(job);
    const workers = await this.take(splitJob(job, mostWorkers).length);
    if (workers.length === 0) return runInTurns(job, hooks);
    return this.runOn(workers, job, hooks);
  }

  dispose(): void {
    for (const worker of [...this.idle, ...this.busy]) worker.terminate();
    this.idle.length = 0;
    this.busy.clear();
  }

  private async runOn(
    workers: readonly ComputeWorker[],
    job: LayerJob,
    { progress, token }: JobHooks,
  ): Promise<LayerResult> {
    const done = workers.map(() => 0);
    const report: Report = (part, share) => {
      done[part] = share;
      progress?.(done.reduce((sum, each) => sum + each, 0) / done.length);
    };
    let cancelled: { dispose(): void } | undefined;
    const cancellation = new Promise<never>((_, reject) => {
      cancelled = token?.onCancellationRequested(() => reject(new CancelledError()));
    });
    try {
      const result = await Promise.race([runShared(workers, job, report), cancellation]);
      const isLarge = Object.values(result).some(({ data }: NdArray) => data.length > this.mostKept);
      // A worker takes as much memory as a large array: another one is started for the next job.
      workers.forEach((worker) => (isLarge ? this.end(worker) : this.giveBack(worker)));
      return result;
    } catch (error) {
      // A worker in the middle of a job cannot be asked to stop: the next job starts another.
      workers.forEach((worker) => this.end(worker));
      throw error;
    } finally {
      cancelled?.dispose();
    }
  }

  private async take(count: number): Promise<ComputeWorker[]> {
    const workers = this.idle.splice(0).filter(({ alive }) => alive);
    this.idle.push(...workers.splice(count));
    while (workers.length < count) {
      const worker = await this.launch();
      if (!worker) break;
      workers.push(worker);
    }
    for (const worker of workers) this.busy.add(worker);
    return workers;
  }

  private giveBack(worker: ComputeWorker): void {
    if (this.busy.delete(worker)) this.idle.push(worker);
  }

  private end(worker: ComputeWorker): void {
    if (this.busy.delete(worker)) worker.terminate();
  }
}

type Report = (part: number, share: number) => void;

/** A convolution's parts are written into one output as they come: to put them together afterwards copies all of it once more. */
async function runShared(workers: readonly ComputeWorker[], job: LayerJob, report: Report): Promise<LayerResult> {
  if (job.kind !== 'conv2d') {
    const parts = splitJob(job, workers.length);
    return mergeResults(await Promise.all(parts.map((part, k) => runOnWorker(workers[k]!, part, (s) => report(k, s)))));
  }
  const z = emptyOutput(job);
  const size = z.data.length / job.x.shape[0]!;
  let at = 0;
  const parts = splitJob(job, workers.length).map((part, k) => {
    const own = z.data.subarray(at, (at += size * part.x.shape[0]!));
    return runInBands(workers[k]!, part, own, (share) => report(k, share));
  });
  await Promise.all(parts);
  return { z };
}

/** Band by band: neither side then has a copy of the whole input, and a worker needs no memory for the whole output. */
async function runInBands(
  worker: ComputeWorker,
  part: Convolution,
  output: FloatData,
  report: (share: number) => void,
): Promise<void> {
  const bands = bandsOf(part);
  let at = 0;
  for (const [index, band] of bands.entries()) {
    const { data } = (await runOnWorker(worker, band, (share) => report((index + share) / bands.length))).z!;
    output.set(data, at);
    at += data.length;
    freeBuffer(bufferOf(data));
  }
}

function runOnWorker(worker: ComputeWorker, part: LayerJob, report: (share: number) => void): Promise<LayerResult> {
  return new Promise((resolve, reject) => {
    worker.listen({
      reply: (reply) => settle(reply, report, resolve, reject),
      failed: (reason) => reject(new LensError(msg('the computation failed: {0}', reason))),
    });
    const { job, buffers } = compact(part);
    worker.send(job, buffers);
  });
}

function settle(
  reply: WorkerReply,
  report: (share: number) => void,
  resolve: (result: LayerResult) => void,
  reject: (error: LensError) => void,
): void {
  switch (reply.type) {
    case 'progress':
      return report(reply.done);
    case 'result':
      report(1);
      return resolve(reply.result);
    case 'refused':
      return reject(new LensError(reply.detail, reply.field));
    case 'failed':
      return reject(new LensError(msg('the computation failed: {0}', reply.reason)));
    case 'checked':
    case 'differing':
    case 'traced':
    case 'gradients':
    case 'named':
    case 'read':
    case 'decoded':
      return reject(new LensError(msg('the computation failed: {0}', reply.type)));
  }
}

/** Copies of just the part's numbers: a view would take its whole buffer along. */
function compact(part: LayerJob): { job: LayerJob; buffers: ArrayBuffer[] } {
  const buffers: ArrayBuffer[] = [];
  const copy = ({ shape, data }: NdArray): NdArray => {
    const own = data.slice();
    buffers.push(own.buffer);
    return { shape, data: own };
  };
  return { job: withArrays(part, copy), buffers };
}

/** Computes a job without workers: part by part, with other tasks of the host between the parts. */
async function runInTurns(job: LayerJob, { progress, token }: JobHooks): Promise<LayerResult> {
  const steps = runJob(job);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    progress?.(step.value);
    await new Promise<void>((resolve) => setTimeout(resolve, 0));
    if (token?.isCancellationRequested) throw new CancelledError();
  }
}
