/** Checks the user's code on a worker that is ended when the check is cancelled or takes too long. */
import type { FunctionCheck } from '../../../core/check/FunctionCheck';
import type { LayerCase } from '../../../core/check/cases/LayerCase';
import type { TracedRun } from '../../../core/check/trace/TracedRun';
import { LensError, msg } from '../../../core/message';
import { CancelledError, type CancelToken } from './LayerComputer';
import type { ComputeWorker, LaunchWorker } from './ComputeWorker';
import type { WorkerReply, WorkerRequest } from './WorkerRequest';

/** Milliseconds: the checker's own budget is 2 s a function. */
const longest = 60_000;

export class CodeChecker {
  private readonly busy = new Set<ComputeWorker>();

  constructor(private readonly launch: LaunchWorker) {}

  /** Rejects with a LensError when the host has no workers, and with a CancelledError as soon as the token asks for it. */
  check(source: string, token?: CancelToken): Promise<readonly FunctionCheck[]> {
    return this.ask({ kind: 'checkCode', source }, token, (reply) =>
      reply.type === 'checked' ? { value: reply.checks } : undefined,
    );
  }

  /** Undefined where the function has no steps to show. As `check` otherwise. */
  trace(source: string, name: string, layerCase?: LayerCase, token?: CancelToken): Promise<TracedRun | undefined> {
    return this.ask({ kind: 'traceCode', source, name, ...(layerCase && { layerCase }) }, token, (reply) =>
      reply.type === 'traced' ? { value: reply.run } : undefined,
    );
  }

  private async ask<T>(
    request: WorkerRequest,
    token: CancelToken | undefined,
    answer: (reply: WorkerReply) => { readonly value: T } | undefined,
  ): Promise<T> {
    const worker = await this.launch();
    if (!worker) throw new LensError(msg('this host cannot start a worker to check code'));
    this.busy.add(worker);
    const timers: ReturnType<typeof setTimeout>[] = [];
    let cancelled: { dispose(): void } | undefined;
    try {
      return await new Promise((resolve, reject) => {
        cancelled = token?.onCancellationRequested(() => reject(new CancelledError()));
        if (token?.isCancellationRequested) reject(new CancelledError());
        const timer = setTimeout(
          () => reject(new LensError(msg('the check took longer than {0} s', longest / 1000))),
          longest,
        );
        timers.push(timer);
        worker.listen({
          reply: (reply) => {
            const answered = answer(reply);
            if (answered) resolve(answered.value);
            if (reply.type === 'failed') reject(new LensError(msg('the check failed: {0}', reply.reason)));
          },
          failed: (reason) => reject(new LensError(msg('the check failed: {0}', reason))),
        });
        worker.send(request, []);
      });
    } finally {
      timers.forEach((timer) => clearTimeout(timer));
      cancelled?.dispose();
      this.busy.delete(worker);
      worker.terminate();
    }
  }

  dispose(): void {
    for (const worker of this.busy) worker.terminate();
    this.busy.clear();
  }
}
