/** One request on a worker, with a time limit, that can be cancelled. */
import { LensError, type Message } from '../../../core/message';
import type { ComputeWorker } from './ComputeWorker';
import { CancelledError, type CancelToken } from './LayerComputer';
import type { WorkerReply, WorkerRequest } from './WorkerRequest';

export interface RequestOptions<T> {
  /** The result of a reply; undefined for one that is not the last. */
  readonly result: (reply: WorkerReply) => T | undefined;
  /** Milliseconds. */
  readonly longest: number;
  /** The error message when it takes longer. */
  readonly tooLong: Message;
  readonly failed: (reason: string) => Message;
  readonly token?: CancelToken | undefined;
  /** Buffers of the request that are moved instead of copied. */
  readonly transfer?: readonly ArrayBuffer[];
}

/** Rejects with a LensError, and with a CancelledError as soon as the token asks for it. Then the worker must be ended. */
export async function onWorker<T>(
  worker: ComputeWorker,
  request: WorkerRequest,
  { result, longest, tooLong, failed, token, transfer = [] }: RequestOptions<T>,
): Promise<T> {
  let stopTimer = (): void => undefined;
  let cancelled: { dispose(): void } | undefined;
  try {
    return await new Promise<T>((resolve, reject) => {
      cancelled = token?.onCancellationRequested(() => reject(new CancelledError()));
      if (token?.isCancellationRequested) reject(new CancelledError());
      const timer = setTimeout(() => reject(new LensError(tooLong)), longest);
      stopTimer = () => clearTimeout(timer);
      worker.listen({
        reply: (reply) => {
          if (reply.type === 'refused') return reject(new LensError(reply.detail, reply.field));
          if (reply.type === 'failed') return reject(new LensError(failed(reply.reason)));
          try {
            const found = result(reply);
            if (found !== undefined) resolve(found);
          } catch (error) {
            reject(error instanceof Error ? error : new LensError(failed(String(error))));
          }
        },
        failed: (reason) => reject(new LensError(failed(reason))),
      });
      worker.send(request, transfer);
    });
  } finally {
    stopTimer();
    cancelled?.dispose();
  }
}
