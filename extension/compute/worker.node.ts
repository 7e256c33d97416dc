/** The worker thread of the Node host. */
import { parentPort } from 'node:worker_threads';
import { serveRequest } from '../session/compute/serveRequest';
import type { WorkerRequest } from '../session/compute/WorkerRequest';

parentPort?.on('message', (request) => {
  serveRequest(request as WorkerRequest, (reply, transfer) => parentPort?.postMessage(reply, transfer));
});
