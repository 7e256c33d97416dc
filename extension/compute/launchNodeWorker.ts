/** Threads of the Node host. */
import type { ComputeWorker, WorkerListener } from '../session/compute/ComputeWorker';
import type { WorkerReply } from '../session/compute/WorkerRequest';

/** Megabytes of new objects before a collection: with V8's 48, a worker keeps tens of megabytes more (docs/decisions/0014-memory.md). */
const youngMegabytes = 3;

/** `path`: the bundle of main.ts. Undefined in a host without Node's worker threads. */
export async function launchNodeWorker(path: string): Promise<ComputeWorker | undefined> {
  const threads = await nodeThreads();
  if (!threads) return undefined;
  const worker = new threads.Worker(path, { resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes } });
  let listener: WorkerListener | undefined;
  let alive = true;
  const end = (reason: string): void => {
    alive = false;
    listener?.failed(reason);
  };
  worker.on('message', (value) => listener?.reply(value as WorkerReply));
  worker.on('error', (error) => end(error.message));
  worker.on('exit', (code) => end(`exit ${code}`));
  return {
    get alive() {
      return alive;
    },
    listen: (next) => (listener = next),
    send: (job, transfer) => worker.postMessage(job, transfer),
    terminate: () => void worker.terminate(),
  };
}

async function nodeThreads() {
  try {
    return await import('node:worker_threads');
  } catch {
    // The browser host has no Node modules: it has its own launcher.
    return undefined;
  }
}
