/** Workers of the browser host. */
import type { ComputeWorker, WorkerListener } from '../session/compute/ComputeWorker';
import type { WorkerReply } from '../session/compute/WorkerRequest';

interface WebWorker {
  onmessage: ((event: { readonly data: WorkerReply }) => void) | null;
  onerror: ((event: { readonly message: string }) => void) | null;
  postMessage(value: unknown, transfer: readonly ArrayBuffer[]): void;
  terminate(): void;
}

/** What a browser has and ES2022 does not declare; all of it missing in Node. */
interface BrowserScope {
  readonly Worker?: new (url: string) => WebWorker;
  readonly Blob: new (parts: readonly (string | Uint8Array)[], options: { type: string }) => object;
  readonly URL: { createObjectURL(blob: object): string; revokeObjectURL(url: string): void };
}

/** What a CommonJS file needs and a worker does not have. */
const commonJs = 'var module = { exports: {} };';

/** `script`: the bundle of main.ts, which starts from a blob: the extension's files lie at another origin. */
export function launchWebWorker(script: Uint8Array): ComputeWorker | undefined {
  const { Worker, Blob, URL } = globalThis as unknown as BrowserScope;
  if (!Worker) return undefined;
  const url = URL.createObjectURL(new Blob([commonJs, script], { type: 'text/javascript' }));
  const worker = new Worker(url);
  let listener: WorkerListener | undefined;
  let alive = true;
  worker.onmessage = ({ data }) => listener?.reply(data);
  worker.onerror = ({ message }) => {
    alive = false;
    listener?.failed(message);
  };
  return {
    get alive() {
      return alive;
    },
    listen: (next) => (listener = next),
    send: (job, transfer) => worker.postMessage(job, transfer),
    terminate: () => {
      worker.terminate();
      URL.revokeObjectURL(url);
    },
  };
}
