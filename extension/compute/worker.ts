/** The worker of layers, texts and *Check My Code*: one for Node's threads and for web workers. */
import { isJobArray } from '../session/compute/LayerComputer';
import { freeBuffer } from '../session/memory/freeBuffer';
import { serveRequest } from '../session/compute/serveRequest';
import type { WorkerReply, WorkerRequest } from '../session/compute/WorkerRequest';

type Post = (reply: WorkerReply, transfer: readonly ArrayBuffer[]) => void;

interface NodeScope {
  readonly process?: {
    getBuiltinModule?(name: 'node:worker_threads'): {
      readonly parentPort: {
        readonly postMessage: Post;
        on(event: 'message', listener: (value: unknown) => void): void;
      } | null;
    };
  };
}

interface WorkerScope {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  readonly postMessage: Post;
}

/** Answers the requests of the host for as long as the worker lives. */
export function serveAsWorker(): void {
  const port = (globalThis as NodeScope).process?.getBuiltinModule?.('node:worker_threads').parentPort;
  if (port) {
    port.on('message', (request) => serve(request, (...reply) => port.postMessage(...reply)));
    return;
  }
  const scope = globalThis as unknown as WorkerScope;
  scope.onmessage = ({ data }) => serve(data, (...reply) => scope.postMessage(...reply));
}

function serve(request: unknown, post: Post): void {
  serveRequest(request as WorkerRequest, post);
  freeArrays(request as object);
}

/** The arrays of a layer's request are the worker's own, and no reply refers to them. */
function freeArrays(request: object): void {
  for (const value of Object.values(request) as unknown[]) {
    if (isJobArray(value)) freeBuffer(value.data.buffer as ArrayBuffer);
  }
}
