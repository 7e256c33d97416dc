/** Checks the user's code on a worker that is ended when the check is cancelled or takes too long. */
import type { FunctionCheck } from '../../../core/check/FunctionCheck';
import { LensError, msg } from '../../../core/message';
import type { CancelToken } from './LayerComputer';
import type { ComputeWorker, LaunchWorker } from './ComputeWorker';
import { onWorker } from './onWorker';

/** Milliseconds: the checker's own budget is 2 s a function. */
const longest = 60_000;

export class CodeChecker {
  private readonly busy = new Set<ComputeWorker>();

  constructor(private readonly launch: LaunchWorker) {}

  /** Rejects with a LensError when the host has no workers, and with a CancelledError as soon as the token asks for it. */
  async check(source: string, token?: CancelToken): Promise<readonly FunctionCheck[]> {
    const worker = await this.launch();
    if (!worker) throw new LensError(msg('this host cannot start a worker to check code'));
    this.busy.add(worker);
    const failed = (reason: string) => msg('the check failed: {0}', reason);
    try {
      return await onWorker(
        worker,
        { kind: 'checkCode', source },
        {
          result: (reply) => {
            if (reply.type === 'failed') throw new LensError(failed(reply.reason));
            return reply.type === 'checked' ? reply.checks : undefined;
          },
          longest,
          tooLong: msg('the check took longer than {0} s', longest / 1000),
          failed,
          token,
        },
      );
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
