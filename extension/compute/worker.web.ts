/** The web worker of the browser host. */
import { serveRequest } from '../session/compute/serveRequest';
import type { WorkerRequest } from '../session/compute/WorkerRequest';

interface WorkerScope {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  postMessage(value: unknown, transfer: readonly ArrayBuffer[]): void;
}

const scope = globalThis as unknown as WorkerScope;
scope.onmessage = ({ data }) => {
  serveRequest(data as WorkerRequest, (reply, transfer) => scope.postMessage(reply, transfer));
};
