/** Outputs that a worker computes: progress, another change, cancelling. */
import { describe, expect, it } from 'vitest';
import { formatMessage } from '../../../core/message';
import { conv2d, type NdArray } from '../../../core/index';
import type { LayerJob } from '../../../core/layer/job/LayerJob';
import { conv2dSlice } from '../../../core/layer/slice/convSlice';
import { CancelledError } from '../../../extension/session/compute/LayerComputer';
import type { LensSource } from '../../../extension/session/source/LensSource';
import { FakePanel } from './FakePanel';
import { stageItems } from '../../../core/step/shared/stage';
import { backward, settled } from './texts';

describe('an output that takes long', () => {
  const examples = 300;
  const z = ones([examples, 38, 38, 1]);
  const large: LensSource = {
    kind: 'arrays',
    name: 'large.npy',
    arrays: [
      { name: 'x', array: ones([examples, 44, 44, 1]), range: [0, 0] },
      { name: 'W', array: ones([7, 7, 1, 1]), range: [0, 0] },
    ],
  };
  const open = () => {
    const panel = new FakePanel();
    panel.session.open(large, 'conv');
    panel.post({ type: 'ready' });
    panel.set('filterChoice', 'array:1');
    return panel;
  };

  it('is computed on a worker: the picture stays, with progress, until it is there', async () => {
    const panel = open();
    expect(panel.jobs).toHaveLength(0);
    panel.set('pass', 'backward');
    expect(panel.layer.fields[0]?.value).toBe('backward');
    expect(panel.state.progress).toBe(0.5);
    expect(stageItems(panel.frame.stage).some((item) => item.kind === 'map' && item.map.id === 'dX')).toBe(false);
    const [job] = panel.jobs;
    job!.finish({ z });
    await settled();
    expect(panel.state.progress).toBeUndefined();
    expect(panel.map('dX')).toBeDefined();
  });

  it('another change gives it up, and its late result is not shown', async () => {
    const panel = open();
    panel.set('pass', 'backward');
    panel.set('pass', 'forward');
    const [job] = panel.jobs;
    expect(job!.cancelled).toBe(true);
    const state = panel.state;
    job!.finish({ z });
    await settled();
    expect(panel.state).toBe(state);
    expect(panel.state.progress).toBeUndefined();
  });

  it('cancelled by the user: reported, and the picture stays', async () => {
    const panel = open();
    panel.set('pass', 'backward');
    panel.jobs[0]!.fail(new CancelledError());
    await settled();
    expect(formatMessage(panel.state.error!.message)).toBe('the computation was cancelled');
    expect(panel.layer.timeline.count).toBe(examples * 38 ** 2);
    expect(panel.layer.fields[0]).toMatchObject({ id: 'pass', value: 'forward' });
  });
});

describe('a convolution whose planes take long', () => {
  const count = ([m, h, w, c]: readonly [number, number, number, number]) => m * h * w * c;
  const waves = (shape: readonly [number, number, number, number]): NdArray => ({
    shape,
    data: Float32Array.from({ length: count(shape) }, (_, k) => Math.sin(k)),
  });
  const x = waves([1, 240, 240, 4]);
  const w = waves([11, 11, 4, 2]);
  const arrays = [
    { name: 'x', array: x, range: [0, 0] as const },
    { name: 'W', array: w, range: [0, 0] as const },
  ];

  it('gets its output from a worker in float64, and shows the same numbers as planes computed one by one', async () => {
    const panel = new FakePanel();
    panel.post({ type: 'ready' });
    panel.session.open({ kind: 'arrays', name: 'large.npz', arrays }, 'conv');
    expect(panel.state.content.kind).toBe('empty');
    expect(panel.state.progress).toBe(0.5);
    const [running] = panel.jobs;
    const job = running!.job as Extract<LayerJob, { kind: 'conv2d' }>;
    const z = conv2d(job.x, job.w, job.b, job.options);
    expect(z.data).toBeInstanceOf(Float64Array);
    running!.finish({ z });
    await settled();
    const last = panel.layer.timeline.count - 1;
    panel.seek(last);
    const plane = conv2dSlice(x, w, undefined, job.options, { example: 0, channel: 1 });
    expect(panel.map('z').values.length).toBe(plane.length);
    expect([...panel.map('z').values.slice(-100)]).toEqual([...plane.slice(-100)]);
    panel.set('stride', '2');
    expect(panel.jobs).toHaveLength(1);
  });
});

describe('a source whose output takes long', () => {
  it('leaves what was shown before when it is cancelled', async () => {
    const panel = FakePanel.showing(backward, 'pool');
    panel.seek(4);
    const arrays = [
      { name: 'x', array: ones([300, 44, 44, 1]), range: [0, 0] as const },
      { name: 'W', array: ones([7, 7, 1, 1]), range: [0, 0] as const },
      { name: 'dZ', array: ones([1, 1, 1, 1]), range: [0, 0] as const },
    ];
    panel.session.open({ kind: 'arrays', name: 'large.npz', arrays }, 'conv');
    expect(panel.state.content.kind).toBe('empty');
    expect(panel.state.progress).toBe(0.5);
    panel.jobs[0]!.fail(new CancelledError());
    await settled();
    expect(panel.layer.t).toBe(4);
    expect(formatMessage(panel.state.error!.message)).toBe('the computation was cancelled');
  });
});

function ones(shape: readonly number[]): NdArray {
  return { shape, data: new Float32Array(shape.reduce((product, extent) => product * extent, 1)).fill(1) };
}
