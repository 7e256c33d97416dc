/** The web worker of the browser host. */
import type { LayerJob } from '../../core/layer/job/LayerJob';
import { serveJob } from '../../core/layer/job/serveJob';

interface WorkerScope {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  postMessage(value: unknown, transfer: readonly ArrayBuffer[]): void;
}

const scope = globalThis as unknown as WorkerScope;
scope.onmessage = ({ data }) => {
  serveJob(data as LayerJob, (reply, transfer) => scope.postMessage(reply, transfer));
};
