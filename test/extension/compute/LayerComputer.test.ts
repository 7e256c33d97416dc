/** Long layers on real worker threads: shared, reported, cancelled, refused; and without any worker. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { FloatData } from '../../../core/array/NdArray';
import { conv2d, conv2dBackward, LensError } from '../../../core/index';
import type { LayerJob } from '../../../core/layer/job/LayerJob';
import type { ComputeWorker } from '../../../extension/session/compute/ComputeWorker';
import { CancelledError, LayerComputer, type CancelToken } from '../../../extension/session/compute/LayerComputer';
import { extensionBundle } from '../../../scripts/lib/extensionBundle.mjs';
import { launchNodeWorker } from '../../../extension/compute/launchNodeWorker';
import { expectClose } from '../../core/layer/fixtures';
import { randomArray } from '../../core/layer/problems';

const folder = mkdtempSync(join(tmpdir(), 'layer-lens-compute-'));
const bundle = join(folder, 'extension.cjs');

beforeAll(async () => {
  await build({ ...extensionBundle, outfile: bundle });
});
afterAll(() => rmSync(folder, { recursive: true }));

const x = randomArray([5, 40, 40, 32], 1);
const w = randomArray([3, 3, 32, 32], 2);
const options = { padding: 1, stride: [1, 2] as const };
const long: LayerJob = { kind: 'conv2d', x, w, options };
const veryLong: LayerJob = {
  kind: 'conv2d',
  x: randomArray([4, 128, 128, 64], 3),
  w: randomArray([7, 7, 64, 128], 4),
  options,
};

/** A token that is cancelled by hand. */
function cancellable(): { token: CancelToken; cancel: () => void } {
  const listeners = new Set<() => void>();
  let requested = false;
  const token = {
    get isCancellationRequested() {
      return requested;
    },
    onCancellationRequested: (listener: () => void) => {
      listeners.add(listener);
      return { dispose: () => listeners.delete(listener) };
    },
  };
  const cancel = (): void => {
    requested = true;
    for (const listener of listeners) listener();
  };
  return { token, cancel };
}

describe('on worker threads', () => {
  let launched: ComputeWorker[] = [];
  let computer = newComputer();

  function newComputer(): LayerComputer {
    launched = [];
    return new LayerComputer(async () => {
      const worker = await launchNodeWorker(bundle);
      if (worker) launched.push(worker);
      return worker;
    });
  }

  afterEach(() => {
    computer.dispose();
    computer = newComputer();
  });

  test('two share the examples, and the next job finds them', async () => {
    const reports: number[] = [];
    const { z } = await computer.run(long, { progress: (done) => reports.push(done) });
    expectClose(z!, conv2d(x, w, undefined, options), 1e-12);
    expect(reports.at(-1)).toBe(1);
    const { dX, dW, db } = await computer.run({ kind: 'conv2dBackward', dZ: z!, x, w, options });
    const expected = conv2dBackward(z!, x, w, options);
    expectClose(dX!, expected.dX, 1e-11);
    expectClose(dW!, expected.dW, 1e-9);
    expectClose(db!, expected.db, 1e-9);
    expect(launched).toHaveLength(2);
  });

  test('what the two return is written into one output and given back, in whatever order it comes', async () => {
    const returned: FloatData[] = [];
    const watched = new LayerComputer(async () => {
      const worker = (await launchNodeWorker(bundle))!;
      const listen: ComputeWorker['listen'] = (listener) =>
        worker.listen({
          ...listener,
          reply: (reply) => {
            if (reply.type === 'result') returned.push(reply.result.z!.data);
            listener.reply(reply);
          },
        });
      return { ...worker, alive: true, listen };
    });
    const single = (shape: readonly number[], seed: number) => {
      const { data } = randomArray(shape, seed);
      return { shape, data: Float32Array.from(data) };
    };
    const [input, filters] = [single([3, 48, 48, 32], 7), single([3, 3, 32, 32], 8)];
    const { z } = await watched.run({ kind: 'conv2d', x: input, w: filters, options: { padding: 1 } });
    const whole = conv2d(input, filters, undefined, { padding: 1 });
    expect(z!.shape).toEqual(whole.shape);
    expect(z!.data).toEqual(whole.data);
    expect(returned.map(({ length }) => length)).toEqual([0, 0]);
    watched.dispose();
  });

  test('a large example goes in bands, whose memory is given back, as that of the worker', async () => {
    let ended = 0;
    const sent: number[] = [];
    const returned: FloatData[] = [];
    const watched = new LayerComputer(async () => {
      const worker = (await launchNodeWorker(bundle))!;
      const listen: ComputeWorker['listen'] = (listener) =>
        worker.listen({
          ...listener,
          reply: (reply) => {
            if (reply.type === 'result') returned.push(reply.result.z!.data);
            listener.reply(reply);
          },
        });
      const send: ComputeWorker['send'] = (request, transfer) => {
        sent.push(transfer.reduce((sum, { byteLength }) => sum + byteLength, 0));
        worker.send(request, transfer);
      };
      const terminate = (): void => {
        ended++;
        worker.terminate();
      };
      return { alive: true, listen, send, terminate };
    });
    const large = randomArray([1, 512, 512, 3], 5);
    const filters = randomArray([7, 7, 3, 4], 6);
    const { z } = await watched.run({ kind: 'conv2d', x: large, w: filters, options: { padding: 3 } });
    expect(ended).toBe(1);
    const whole = conv2d(large, filters, undefined, { padding: 3 }).data;
    expect(z!.data.every((value, index) => Object.is(value, whole[index]))).toBe(true);
    expect(z!.data.length).toBe(whole.length);
    expect(Math.max(...sent)).toBeLessThan(2 ** 22);
    expect(returned.map(({ length }) => length)).toEqual([0, 0, 0, 0]);
  });

  test('the caller keeps its arrays', async () => {
    await computer.run(long);
    expect(x.data).toHaveLength(5 * 40 * 40 * 32);
  });

  test('a short one is computed in place', async () => {
    const small: LayerJob = {
      kind: 'conv2d',
      x: randomArray([2, 5, 7, 4], 1),
      w: randomArray([3, 3, 4, 8], 2),
      options,
    };
    expect((await computer.run(small)).z!.shape).toEqual([2, 5, 4, 8]);
    expect(launched).toHaveLength(0);
  });

  test('cancelling ends it at once, and the next job runs', async () => {
    const { token, cancel } = cancellable();
    const running = computer.run(veryLong, { token });
    setTimeout(cancel, 50);
    await expect(running).rejects.toThrow(CancelledError);
    const { z } = await computer.run(long);
    expect(z!.shape).toEqual([5, 40, 20, 32]);
    expect(launched).toHaveLength(4);
  });

  test('a token that is cancelled already computes nothing', async () => {
    const { token, cancel } = cancellable();
    cancel();
    await expect(computer.run(long, { token })).rejects.toThrow(CancelledError);
    expect(launched).toHaveLength(0);
  });

  test('a layer that cannot be computed is refused as in place', async () => {
    const bad: LayerJob = { kind: 'conv2dBackward', dZ: randomArray([5, 1, 1, 32], 1), x, w, options };
    await expect(computer.run(bad)).rejects.toThrow(/\(5, 1, 1, 32\)/);
    await expect(computer.run({ ...long, options: { groups: 5 } })).rejects.toThrow(LensError);
  });
});

test('a worker that ends is an error, not a hang, and is not used again', async () => {
  const computer = new LayerComputer(() => launchNodeWorker(join(folder, 'missing.cjs')));
  await expect(computer.run(long)).rejects.toThrow(/the computation failed/);
  computer.dispose();
});

describe('in a host without workers', () => {
  const computer = new LayerComputer(() => Promise.resolve(undefined));
  const several: LayerJob = {
    kind: 'conv2d',
    x: randomArray([3, 96, 96, 32], 3),
    w: randomArray([5, 5, 32, 32], 4),
    options,
  };

  test('a long job runs in turns, with progress', async () => {
    const reports: number[] = [];
    const { z } = await computer.run(several, { progress: (done) => reports.push(done) });
    expect(reports).toEqual([1 / 3, 2 / 3]);
    expectClose(z!, conv2d(several.x, several.w, undefined, options), 1e-12);
  });

  test('and is cancelled between its turns', async () => {
    const { token, cancel } = cancellable();
    await expect(computer.run(several, { token, progress: cancel })).rejects.toThrow(CancelledError);
  });
});
