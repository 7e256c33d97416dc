/** One request on a worker, with a time limit, that can be cancelled. */
import { LensError, type Message } from '../../../core/message';
import type { ComputeWorker } from './ComputeWorker';
import { CancelledError, type CancelToken } from './LayerComputer';
import type { WorkerReply, WorkerRequest } from './WorkerRequest';

export interface RequestOptions<T> {
  /** The result of a reply; undefined for one that is not the last. Throws a LensError for a failure. */
  readonly result: (reply: WorkerReply) => T | undefined;
  /** Milliseconds. */
  readonly longest: number;
  /** The reason when it takes longer. */
  readonly tooLong: Message;
  readonly failed: (reason: string) => Message;
  readonly token?: CancelToken | undefined;
}

/** Rejects with a LensError, and with a CancelledError as soon as the token asks for it. Then the worker must be ended. */
export async function onWorker<T>(
  worker: ComputeWorker,
  request: WorkerRequest,
  { result, longest, tooLong, failed, token }: RequestOptions<T>,
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
          try {
            const found = result(reply);
            if (found !== undefined) resolve(found);
          } catch (error) {
            reject(error instanceof Error ? error : new LensError(failed(String(error))));
          }
        },
        failed: (reason) => reject(new LensError(failed(reason))),
      });
      worker.send(request, []);
    });
  } finally {
    stopTimer();
    cancelled?.dispose();
  }
}
