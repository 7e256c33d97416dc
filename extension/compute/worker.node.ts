/** The worker thread of the Node host. */
import { parentPort } from 'node:worker_threads';
import type { LayerJob } from '../../core/layer/job/LayerJob';
import { serveJob } from '../../core/layer/job/serveJob';

parentPort?.on('message', (job) => {
  serveJob(job as LayerJob, (reply, transfer) => parentPort?.postMessage(reply, transfer));
});
