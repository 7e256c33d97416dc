/** The worker of layers, texts and *Check My Code*: one for Node's threads and for web workers. */
import { bufferOf } from '../../core/array/bufferOf';
import { isJobArray } from '../../core/layer/job/splitJob';
import { freeBuffer } from '../session/memory/freeBuffer';
import { serveRequest } from '../session/compute/serveRequest';
import type { WorkerReply, WorkerRequest } from '../session/compute/WorkerRequest';

type Post = (reply: WorkerReply, transfer: readonly ArrayBuffer[]) => void;

interface NodeScope {
  readonly process?: {
    getBuiltinModule?(name: 'node:worker_threads'): {
      readonly parentPort: {
        readonly postMessage: Post;
        on(event: 'message', listener: (value: WorkerRequest) => void): void;
      } | null;
    };
  };
}

interface WorkerScope {
  onmessage: ((event: { readonly data: WorkerRequest }) => void) | null;
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

function serve(request: WorkerRequest, post: Post): void {
  serveRequest(request, post);
  freeArrays(request);
}

/** The arrays of a layer's request are the worker's own, and no reply refers to them. */
function freeArrays(request: WorkerRequest): void {
  for (const value of Object.values<unknown>({ ...request })) if (isJobArray(value)) freeBuffer(bufferOf(value.data));
}
