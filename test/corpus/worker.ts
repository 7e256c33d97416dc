/** Measures one source after the other on its own thread, so that a slow text can be stopped. */
import { parentPort, workerData } from 'node:worker_threads';
import { createMeasure, type Source } from './measure';

const measure = createMeasure((workerData as { readonly folder: string }).folder);

async function answer(source: Source): Promise<void> {
  for await (const row of measure(source)) parentPort!.postMessage(row);
  parentPort!.postMessage('end');
}

parentPort!.on('message', (source: Source) => void answer(source));
