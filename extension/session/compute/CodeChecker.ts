/** Checks the user's code on a worker that is ended when the check is cancelled or takes too long. */
import type { FunctionCheck } from '../../../core/check/FunctionCheck';
import type { MistakesRequest } from '../../../core/check/numbers/nameMistakes';
import type { GradientCheck } from '../../../core/check/gradient/checkGradients';
import type { TracedRun } from '../../../core/check/trace/TracedRun';
import { LensError, msg, type Message } from '../../../core/message';
import type { CancelToken } from './LayerComputer';
import type { ComputeWorker, LaunchWorker } from './ComputeWorker';
import { onWorker } from './onWorker';
import type { TraceRequest, WorkerReply, WorkerRequest } from './WorkerRequest';

/** Milliseconds for all functions of a text. */
const longest = 60_000;

export class CodeChecker {
  private readonly busy = new Set<ComputeWorker>();

  constructor(private readonly launch: LaunchWorker) {}

  /** Rejects with a LensError when the host has no workers, and with a CancelledError as soon as the token asks for it. */
  check(
    source: string,
    token?: CancelToken,
    /** Receives the checks before the repair of what differs is searched. */
    differing?: (checks: readonly FunctionCheck[]) => void,
  ): Promise<readonly FunctionCheck[]> {
    return this.ask({ kind: 'checkCode', source }, token, (reply) => {
      if (reply.type === 'differing') differing?.(reply.checks);
      return reply.type === 'checked' ? reply.checks : undefined;
    });
  }

  /** Undefined where the function has no steps to show. As `check` otherwise. */
  async trace(request: Omit<TraceRequest, 'kind'>, token?: CancelToken): Promise<TracedRun | undefined> {
    const { run } = await this.ask({ kind: 'traceCode', ...request }, token, (reply) =>
      reply.type === 'traced' ? reply : undefined,
    );
    return run;
  }

  /** `progress` receives the share that is done, 0 … 1. As `check` otherwise. */
  gradients(source: string, progress: (done: number) => void, token?: CancelToken): Promise<readonly GradientCheck[]> {
    return this.ask({ kind: 'checkGradients', source }, token, (reply) => {
      if (reply.type === 'progress') progress(reply.done);
      return reply.type === 'gradients' ? reply.checks : undefined;
    });
  }

  /** Mistakes that give exactly the user's numbers; empty where none is known. As `check` otherwise. */
  name(request: MistakesRequest, token?: CancelToken): Promise<readonly Message[]> {
    return this.ask({ kind: 'nameMistakes', ...request }, token, (reply) =>
      reply.type === 'named' ? reply.mistakes : undefined,
    );
  }

  private async ask<T>(
    request: WorkerRequest,
    token: CancelToken | undefined,
    answer: (reply: WorkerReply) => T | undefined,
  ): Promise<T> {
    const worker = await this.launch();
    if (!worker) throw new LensError(msg('this host cannot start a worker to check code'));
    this.busy.add(worker);
    const failed = (reason: string) => msg('the check failed: {0}', reason);
    try {
      return await onWorker(worker, request, {
        result: answer,
        longest,
        tooLong: msg('the check took longer than {0} s', longest / 1000),
        failed,
        token,
      });
    } finally {
      this.busy.delete(worker);
      worker.terminate();
    }
  }

  dispose(): void {
    for (const worker of this.busy) worker.terminate();
    this.busy.clear();
  }
}
