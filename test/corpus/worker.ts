/** Measures one source after the other on its own thread, so that a slow text can be stopped. */
import { parentPort, workerData } from 'node:worker_threads';
import { createMeasure, type Source } from './measure';

const measure = createMeasure((workerData as { readonly folder: string }).folder);

parentPort!.on('message', (source: Source) => {
  for (const row of measure(source)) parentPort!.postMessage(row);
  parentPort!.postMessage('end');
});
