/** Jobs: split by examples and put together they give what the layer gives. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conv2d, conv2dBackward, convTranspose2d, LensError, pool2d, pool2dBackward } from '../../../core/index';
import { bandsOf, emptyOutput } from '../../../core/layer/job/bandsOf';
import { jobWork, type LayerJob, type LayerResult } from '../../../core/layer/job/LayerJob';
import { runJob } from '../../../core/layer/job/runJob';
import { serveJob, type JobReply } from '../../../core/layer/job/serveJob';
import { mergeResults, splitJob } from '../../../core/layer/job/splitJob';
import { engines } from './engines';
import { expectClose } from './fixtures';
import { convProblem, poolProblem, randomArray, transposeProblem } from './problems';

function finish(job: LayerJob): { result: LayerResult; reports: number[] } {
  const reports: number[] = [];
  const steps = runJob(job);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return { result: step.value, reports };
    reports.push(step.value);
  }
}

describe('a job in parts equals the whole', () => {
  const parts = fc.integer({ min: 1, max: 4 });

  test('convolution, forward and backward', () => {
    fc.assert(
      fc.property(convProblem, parts, fc.nat(), ({ x, w, b, options }, count, seed) => {
        const z = conv2d(x, w, b, options);
        const forward = splitJob({ kind: 'conv2d', x, w, b, options }, count).map((part) => finish(part).result);
        expectClose(mergeResults(forward).z!, z, 1e-12);
        const dZ = randomArray(z.shape, seed);
        const whole = conv2dBackward(dZ, x, w, options);
        const backward = splitJob({ kind: 'conv2dBackward', dZ, x, w, options }, count);
        expect(backward).toHaveLength(Math.min(count, x.shape[0]!));
        const merged = mergeResults(backward.map((part) => finish(part).result));
        for (const name of ['dX', 'dW', 'db'] as const) expectClose(merged[name]!, whole[name], 1e-10);
      }),
    );
  });

  test('transposed convolution and pooling', () => {
    fc.assert(
      fc.property(transposeProblem, poolProblem, parts, (transpose, pool, count) => {
        const up: LayerJob = { kind: 'convTranspose2d', ...transpose };
        const z = mergeResults(splitJob(up, count).map((part) => finish(part).result)).z!;
        expectClose(z, convTranspose2d(transpose.x, transpose.w, transpose.b, transpose.options), 1e-12);
        const a = pool2d(pool.x, pool.options);
        const results = splitJob({ kind: 'pool2dBackward', dA: a, ...pool }, count).map((part) => finish(part).result);
        expectClose(mergeResults(results).dX!, pool2dBackward(a, pool.x, pool.options), 1e-12);
      }),
    );
  });
});

describe('a convolution in bands of rows', () => {
  test.each(engines)('has the bits of the whole: $name', (engine) => {
    let split = 0;
    fc.assert(
      fc.property(convProblem, fc.integer({ min: 1, max: 400 }), ({ x, w, b, options }, most) => {
        const job = { kind: 'conv2d', x, w, ...(b && { b }), options } as const;
        const bands = bandsOf(job, most);
        if (bands.length > x.shape[0]!) split++;
        const parts = bands.map((band) => ({ z: conv2d(band.x, band.w, band.b, band.options, engine) }));
        const { z } = mergeResults(parts);
        const whole = conv2d(x, w, b, options, engine);
        const rows = z!.data;
        expect(rows.length).toBe(whole.data.length);
        expect(rows.every((value, index) => Object.is(value, whole.data[index]))).toBe(true);
        expect(emptyOutput(job).shape).toEqual(whole.shape);
      }),
    );
    expect(split).toBeGreaterThan(10);
  });

  test('has bands of 4 MiB, and one where it is small', () => {
    const w = randomArray([11, 11, 3, 4], 2);
    const bands = bandsOf({ kind: 'conv2d', x: randomArray([1, 512, 512, 3], 1), w, options: { padding: 5 } });
    expect(bands.map(({ x }) => x.shape[1])).toEqual([133, 138, 138, 133]);
    expect(bandsOf({ kind: 'conv2d', x: randomArray([9, 64, 64, 3], 1), w, options: {} })).toHaveLength(1);
  });
});

test('a long job reports how far it is, ascending', () => {
  const x = randomArray([6, 64, 64, 32], 1);
  const w = randomArray([3, 3, 32, 32], 2);
  const job: LayerJob = { kind: 'conv2d', x, w, options: { padding: 1 } };
  expect(jobWork(job)).toBe(6 * 64 * 64 * 9 * 32 * 32);
  const { result, reports } = finish(job);
  expect(reports.length).toBeGreaterThan(0);
  expect(reports).toEqual([...reports].sort((a, b) => a - b));
  expect(reports.every((done) => done > 0 && done < 1)).toBe(true);
  expectClose(result.z!, conv2d(x, w, undefined, { padding: 1 }), 1e-12);
});

test('a served job answers with a result, or with the refusal in parts', () => {
  const replies: JobReply[] = [];
  const post = (reply: JobReply): void => void replies.push(reply);
  const x = randomArray([1, 4, 4, 1], 1);
  serveJob({ kind: 'pool2d', x, options: { mode: 'max', kernel: 2 } }, post);
  serveJob({ kind: 'pool2d', x, options: { mode: 'max', kernel: 9 } }, post);
  expect(replies.map(({ type }) => type)).toEqual(['result', 'refused']);
  const refusal = replies[1] as Extract<JobReply, { type: 'refused' }>;
  expect(new LensError(refusal.detail, refusal.field).message).toMatch(/kernel 9 .* 4/);
});
