/** Runs a job a few examples at a time, so that whoever runs it can report progress and stop in between. */
import { conv2d } from '../conv2d';
import { conv2dBackward } from '../conv2dBackward';
import { convTranspose2d, convTranspose2dBackward } from '../convTranspose2d';
import { pool2d } from '../pool2d';
import { pool2dBackward } from '../pool2dBackward';
import { checkJob, jobWork, type LayerJob, type LayerResult } from './LayerJob';
import { jobPart, mergeResults } from './splitJob';

/** Products between two reports: some ten milliseconds. */
const workBetweenReports = 2 ** 27;

/** Yields the share that is done, 0 … 1, after every part but the last. Throws a LensError. */
export function* runJob(job: LayerJob): Generator<number, LayerResult> {
  checkJob(job);
  const examples = job.x.shape[0]!;
  const parts = Math.ceil(jobWork(job) / workBetweenReports);
  const step = Math.max(1, Math.floor(examples / Math.max(1, parts)));
  const results: LayerResult[] = [];
  for (let first = 0; first < examples; first += step) {
    if (first > 0) yield first / examples;
    results.push(compute(jobPart(job, first, Math.min(first + step, examples))));
  }
  return results.length > 0 ? mergeResults(results) : compute(job);
}

/** Computes a job without reports. Throws a LensError. */
export function runWhole(job: LayerJob): LayerResult {
  const steps = runJob(job);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

function compute(job: LayerJob): LayerResult {
  switch (job.kind) {
    case 'conv2d':
      return { z: conv2d(job.x, job.w, job.b, job.options) };
    case 'conv2dBackward':
      return conv2dBackward(job.dZ, job.x, job.w, job.options);
    case 'convTranspose2d':
      return { z: convTranspose2d(job.x, job.w, job.b, job.options) };
    case 'convTranspose2dBackward':
      return convTranspose2dBackward(job.dZ, job.x, job.w, job.options);
    case 'pool2d':
      return { a: pool2d(job.x, job.options) };
    case 'pool2dBackward':
      return { dX: pool2dBackward(job.dA, job.x, job.options) };
  }
}
