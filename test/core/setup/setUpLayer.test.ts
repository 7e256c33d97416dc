/** Roles, layouts, hyperparameters and assumptions, from texts as they are selected. */
import { describe, expect, it } from 'vitest';
import { formatMessage, LensError } from '../../../core/message';
import { parseArrays, type ConvLayer, type NdArray, type ParseResult, type PoolLayer } from '../../../core/index';
import {
  layerCall,
  type ArraysOf,
  type LayerCall,
  type OperationName,
  type OptionsOf,
} from '../../../core/read/LayerCall';
import type { Choices, Setup, RequestedKind } from '../../../core/setup/Setup';
import { setUpLayer } from '../../../core/setup/setUpLayer';

const image = '[[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]]';
const square = '[[1, 0], [0, -1]]';

describe('roles by name', () => {
  it.each([
    ['W = [[1, 0], [0, -1]]\nA_prev = ' + image],
    ['A_prev = ' + image + '\nW = [[1, 0], [0, -1]]'],
    ['conv1.weight = [[1, 0], [0, -1]]\nx_train = ' + image],
    ['kernel = [[1, 0], [0, -1]]\nimage = ' + image],
    ['filters = [[1, 0], [0, -1]]\nself.X = ' + image],
    ['W1 = [[1, 0], [0, -1]]\nA0_prev = [[9]]\ninput_2 = ' + image],
  ])('%s', (text) => {
    const { layer } = conv(text);
    expect(layer.x.shape).toEqual([1, 3, 4, 1]);
    expect(layer.w.shape).toEqual([2, 2, 1, 1]);
    expect(layer.pass).toBe('forward');
  });

  it('bias and gradient: dZ opens the backward pass', () => {
    const { layer, names } = conv(`dZ = [[1, 2, 3], [4, 5, 6]]\nb = [0.5]\nW = ${square}\nX = ${image}`);
    expect(layer.pass).toBe('backward');
    expect(layer.b?.shape).toEqual([1, 1, 1, 1]);
    expect(layer.dZ?.shape).toEqual([1, 2, 3, 1]);
    expect(names).toEqual({ x: 'X', w: 'W', b: 'b', dZ: 'dZ' });
  });

  it('results of the course are not inputs: dA_prev, dW, Z', () => {
    const setup = conv(`X = ${image}\ndA_prev = [[1]]\ndW = [[2]]\nZ = [[3]]`);
    expect(setup.layer.pass).toBe('forward');
    expect(said(setup)).toContain('not used: dA_prev, dW, Z');
  });

  it('a result without other arrays is opened as an input', () => {
    expect(conv(`Z = ${image}`).layer.x.shape).toEqual([1, 3, 4, 1]);
  });

  it('without a requested operation: W is a convolution, dA or f is pooling', () => {
    expect(set(`X = ${image}\nW = ${square}`, undefined).layer.kind).toBe('conv');
    expect(set(`X = ${image}\nhparameters = {"f": 2, "stride": 1}`, undefined).layer.kind).toBe('pool');
    expect(set(`X = ${image}\ndA = [[1, 2]]`, undefined).layer.kind).toBe('pool');
  });
});

describe('roles by order', () => {
  it('the first is the input, the second the filter, with an assumption that names its field', () => {
    const setup = conv(`${image}\n[[1, 2, 1], [0, 0, 0]]`);
    expect(setup.layer.x.shape).toEqual([1, 3, 4, 1]);
    expect(setup.layer.w.shape).toEqual([2, 3, 1, 1]);
    const fields = setup.assumptions.map(({ field }) => field?.id);
    expect(fields).toEqual(expect.arrayContaining(['inputChoice', 'filterChoice']));
  });

  it('of two, the smaller square one is the filter, at any position', () => {
    const { layer } = conv(`${square}\n${image}`);
    expect(layer.x.shape).toEqual([1, 3, 4, 1]);
    expect(layer.w.shape).toEqual([2, 2, 1, 1]);
  });

  it('a choice swaps the two', () => {
    const { layer } = conv(`[[1, 2], [3, 4]]\n${square}`, { inputChoice: 'array:1' });
    expect([...layer.x.data]).toEqual([1, 0, 0, -1]);
    expect([...layer.w.data]).toEqual([1, 2, 3, 4]);
  });

  it('a third of one number per filter is the bias, a fourth the gradient', () => {
    const { layer } = conv(`${image}\n${square}\n[7]\n[[1, 2, 3], [4, 5, 6]]`);
    expect([...layer.b!.data]).toEqual([7]);
    expect(layer.pass).toBe('backward');
  });

  it('pooling has no filter: its second is the gradient', () => {
    const { layer } = pool(`${image}\n[[1, 2]]`);
    expect(layer.pass).toBe('backward');
    expect([...layer.dA!.data]).toEqual([1, 2]);
  });

  it('a bias that is assumed can be left out', () => {
    const { layer, fields } = conv(`${image}\n${square}\n[7]`, { biasChoice: 'none' });
    expect(layer.b).toBeUndefined();
    expect(fields.find(({ id }) => id === 'biasChoice')?.value).toBe('none');
  });
});

describe('ranks and layouts', () => {
  it('1-D is one row, and the well-known filters are rows too', () => {
    const { layer } = conv('x = [1, 2, 3, 4, 5]');
    expect(layer.x.shape).toEqual([1, 1, 5, 1]);
    expect(layer.w.shape).toEqual([1, 3, 1, 1]);
  });

  it('3-D is one example (H, W, C); a 2-D filter is repeated over its channels, as an assumption', () => {
    const setup = conv(`X = [[[1, 2, 3], [4, 5, 6]], [[7, 8, 9], [10, 11, 12]]]\nW = ${square}`);
    expect(setup.layer.x.shape).toEqual([1, 2, 2, 3]);
    expect(setup.layer.w.shape).toEqual([2, 2, 3, 1]);
    expect([...setup.layer.w.data]).toEqual([1, 1, 1, 0, 0, 0, 0, 0, 0, -1, -1, -1]);
    expect(said(setup)).toContain('W (2, 2) has one channel: it is repeated for 3 channels');
  });

  it('tensor(…) is read channels first, and the layout can be changed', () => {
    const text = 'x = tensor([[[[1., 2.], [3., 4.]], [[5., 6.], [7., 8.]], [[9., 10.], [11., 12.]]]])';
    const first = pool(text);
    expect(first.layer.x.shape).toEqual([1, 2, 2, 3]);
    expect([...first.layer.x.data]).toEqual([1, 5, 9, 2, 6, 10, 3, 7, 11, 4, 8, 12]);
    expect(first.assumptions.find(({ field }) => field?.id === 'layout')?.field?.value).toBe('nchw');
    expect(first.layer.options.ties).toBe('first');
    const last = pool(text, { layout: 'nhwc' });
    expect(last.layer.x.shape).toEqual([1, 3, 2, 2]);
    expect(last.fields.find(({ id }) => id === 'layout')?.value).toBe('nhwc');
  });

  it('every element knows its place in the selected array, through a transposition and a repetition', () => {
    const { layer, origins } = pool('x = tensor([[[[1., 2.], [3., 4.]], [[5., 6.], [7., 8.]]]])');
    const source = [1, 2, 3, 4, 5, 6, 7, 8];
    expect([...origins.x!.sourceIndex!].map((index) => source[index])).toEqual([...layer.x.data]);
    const repeated = conv(`X = [[[1, 2], [3, 4]], [[5, 6], [7, 8]]]\nW = ${square}`);
    const filter = [1, 0, 0, -1];
    expect([...repeated.origins.w!.sourceIndex!].map((index) => filter[index])).toEqual([...repeated.layer.w.data]);
  });
});

describe('hyperparameters', () => {
  it('come from a dictionary, as numbers, or from the panel, which takes precedence', () => {
    expect(pool(`X = ${image}\nhparameters = {"stride": 1, "f": 2}`).layer.options).toMatchObject({
      kernel: 2,
      stride: 1,
    });
    expect(conv(`X = ${image}\nW = ${square}\nstride = 2\npad = 1`).layer.options).toMatchObject({
      stride: 2,
      padding: 1,
    });
    const chosen = conv(`X = ${image}\nW = ${square}\nhparams = {"stride": 2}`, { stride: '1,3', pad: 'same_upper' });
    expect(chosen.layer.options).toMatchObject({ stride: [1, 3], padding: 'same_upper' });
  });

  it('four sides are top, bottom, left, right', () => {
    const { layer } = conv(`X = ${image}\nW = ${square}`, { pad: '1,0,2,1' });
    expect(layer.options.padding).toEqual({ top: 1, bottom: 0, left: 2, right: 1 });
  });

  it('a selected gradient decides the kernel and stride that the text does not give', () => {
    const setup = pool(`A_prev = ${image}\ndA = [[1, 2, 3], [4, 5, 6]]`);
    expect(setup.layer.options).toMatchObject({ kernel: 2, stride: 1 });
    expect(said(setup)).toContain('kernel 2 and stride 1: with them the output has the gradient’s shape');
    const padded = conv(`X = ${image}\nW = ${square}\ndZ = [[1, 2, 3], [4, 5, 6]]\nstride = 2`);
    expect(padded.layer.options).toMatchObject({ stride: 2, padding: 1 });
  });

  it('a pooling window is 2 × 2 as far as the input goes and moves by its own size', () => {
    expect(pool('x = [[1, 2, 3, 4]]').layer.options).toMatchObject({ kernel: [1, 2], stride: [1, 2] });
  });

  it.each([
    [{ stride: 'two' }, 'stride', '“two”'],
    [{ stride: '1,2,3' }, 'stride', '“1,2,3”'],
    [{ pad: 'sam' }, 'pad', '“sam”'],
    [{ pad: '1,2,3' }, 'pad', '“1,2,3”'],
    [{ dilation: '' + ' x' }, 'dilation', '“x”'],
    [{ groups: 'a' }, 'groups', '“a”'],
    [{ paddingMode: 'mirror' }, 'paddingMode', '“mirror”'],
    [{ pad: '0', dilation: '4' }, 'kernel', 'spans 5 cells'],
    [{ stride: '0' }, 'stride', 'at least 1'],
  ])('%o is refused at %s', (choices: Choices, field, part) => {
    const error = refusal(() => conv(`X = ${image}\nW = ${square}`, choices));
    expect(error.field).toBe(field);
    expect(error.message).toContain(part);
  });

  it('a gradient of another shape is refused with both shapes', () => {
    const error = refusal(() => conv(`X = ${image}\nW = ${square}\ndZ = [[1]]\nhparameters = {"stride": 1, "pad": 0}`));
    expect(error.field).toBe('gradient');
    expect(error.message).toContain('(1, 1, 1, 1)');
    expect(error.message).toContain('(1, 2, 3, 1)');
  });
});

describe('what is made when nothing is selected', () => {
  it.each(['identity', 'blur', 'sharpen', 'sobelX', 'sobelY', 'laplacian', 'random'])('filter %s', (filterChoice) => {
    const { layer } = conv(`X = [[[1, 2], [3, 4], [5, 6]], [[7, 8], [9, 1], [2, 3]], [[4, 5], [6, 7], [8, 9]]]`, {
      filterChoice,
    });
    expect(layer.w.shape).toEqual([3, 3, 2, 1]);
    const plane = (channel: number) => [...layer.w.data].filter((_, index) => index % 2 === channel);
    if (filterChoice !== 'random') expect(plane(0)).toEqual(plane(1));
    const sums: Record<string, number> = { identity: 1, blur: 1, sharpen: 1, sobelX: 0, sobelY: 0, laplacian: 0 };
    const sum = plane(0).reduce((total, value) => total + value, 0);
    if (filterChoice in sums) expect(sum).toBeCloseTo(sums[filterChoice]!, 12);
    else expect(new Set(layer.w.data).size).toBe(18);
  });

  it('identity gives the input back', () => {
    const { layer } = conv(`X = ${image}`, { filterChoice: 'identity', kernel: '1' });
    expect([...layer.w.data]).toEqual([1]);
  });

  it('an input smaller than the filter is padded', () => {
    expect(conv('X = [[1, 2], [3, 4]]').layer.options.padding).toBe('same');
  });

  it('dZ = Z as the course does, or ones, or random; each is stated', () => {
    const text = `X = ${image}\nW = ${square}`;
    const course = conv(text, { pass: 'backward' });
    expect([...course.layer.dZ!.data]).toEqual([-5, -5, -5, -5, -5, -5]);
    expect(said(course)).toContain('No gradient selected – using dZ = Z (as in the course)');
    expect([...conv(text, { pass: 'backward', gradientChoice: 'ones' }).layer.dZ!.data]).toEqual([1, 1, 1, 1, 1, 1]);
    const random = conv(text, { pass: 'backward', gradientChoice: 'random' });
    expect(random.layer.dZ!.data[0]).toBeCloseTo(-0.41675785, 8);
  });

  it('no array: an error, not a picture', () => {
    expect(refusal(() => conv('stride = 2')).field).toBe('input');
  });
});

describe('recognised calls', () => {
  const x = array([1, 4, 4, 1]);
  const call = <Operation extends OperationName>(
    operation: Operation,
    arrays: ArraysOf<Operation>,
    options: OptionsOf<Operation>,
  ): LayerCall =>
    layerCall({ callee: operation, range: [0, 1], layout: 'nhwc', notation: 'numpy' }, operation, arrays, options);
  const parsed = (...calls: LayerCall[]): ParseResult => ({ arrays: [], calls, values: {}, errors: [] });

  it('pool_backward with its real arguments', () => {
    const dA = array([1, 3, 3, 1]);
    const { layer } = setUpLayer(
      parsed(call('pool_backward', { A_prev: x, dA }, { mode: 'average', kernel: 2, stride: 1 })),
      'pool',
    );
    expect(layer).toMatchObject({ kind: 'pool', pass: 'backward', options: { mode: 'average', kernel: 2, stride: 1 } });
    expect((layer as PoolLayer).dA).toEqual(dA);
  });

  it('of several the last of the requested operation; the others can be chosen', () => {
    const calls = parsed(
      call('conv_forward', { A_prev: x, W: array([2, 2, 1, 3]) }, { stride: 1, padding: 0 }),
      call('pool_forward', { A_prev: x }, { mode: 'max', kernel: 2, stride: 2 }),
      call('pool_forward', { A_prev: x }, { mode: 'max', kernel: 3, stride: 1 }),
    );
    expect(setUpLayer(calls, undefined).layer).toMatchObject({ kind: 'pool', options: { kernel: 3 } });
    expect(setUpLayer(calls, 'conv').layer).toMatchObject({ kind: 'conv' });
    const chosen = setUpLayer(calls, 'pool', { call: '0' });
    expect(chosen.layer).toMatchObject({ options: { kernel: 2 } });
    expect(chosen.fields.find(({ id }) => id === 'call')?.options).toHaveLength(2);
  });

  it('conv_single_step is one window', () => {
    const arrays = { a_slice_prev: array([4, 4, 3]), W: array([4, 4, 3]), b: array([1, 1, 1]) };
    const { layer } = setUpLayer(parsed(call('conv_single_step', arrays, {})), undefined);
    expect((layer as ConvLayer).x.shape).toEqual([1, 4, 4, 3]);
    expect((layer as ConvLayer).w.shape).toEqual([4, 4, 3, 1]);
    expect((layer as ConvLayer).b?.shape).toEqual([1, 1, 1, 1]);
    expect((layer as ConvLayer).helper).toBe('conv_single_step');
  });

  it('create_mask_from_window is max pooling backward over one window, dA = 1', () => {
    const { layer } = setUpLayer(parsed(call('create_mask_from_window', { x: array([2, 3]) }, {})), undefined);
    expect(layer).toMatchObject({ kind: 'pool', pass: 'backward', options: { mode: 'max', kernel: [2, 3] } });
    expect((layer as PoolLayer).helper).toBe('create_mask_from_window');
    expect([...(layer as PoolLayer).dA!.data]).toEqual([1]);
  });

  it('distribute_value is average pooling backward over one window', () => {
    const { layer } = setUpLayer(parsed(call('distribute_value', {}, { dz: -1.5, shape: [2, 3] })), undefined);
    expect(layer).toMatchObject({ pass: 'backward', options: { mode: 'average', kernel: [2, 3] } });
    expect([...(layer as PoolLayer).dA!.data]).toEqual([-1.5]);
  });

  it('zero_pad', () => {
    const { layer } = setUpLayer(parsed(call('zero_pad', { X: x }, { pad: 3 })), undefined);
    expect(layer).toMatchObject({ kind: 'pad', pad: 3 });
  });

  it('a PyTorch call gives ties to the first maximum', () => {
    const torch = { ...call('pool_forward', { A_prev: x }, { mode: 'max', kernel: 2 }), notation: 'pytorch' as const };
    expect(setUpLayer(parsed(torch), 'pool').layer).toMatchObject({ options: { ties: 'first' } });
  });
});

function set(text: string, requested: RequestedKind, choices: Choices = {}): Setup {
  return setUpLayer(parseArrays(text, { languageId: 'python' }), requested, choices);
}

function conv(text: string, choices: Choices = {}): Setup & { layer: ConvLayer } {
  return set(text, 'conv', choices) as Setup & { layer: ConvLayer };
}

function pool(text: string, choices: Choices = {}): Setup & { layer: PoolLayer } {
  return set(text, 'pool', choices) as Setup & { layer: PoolLayer };
}

function said({ assumptions }: Setup): string[] {
  return assumptions.map(({ message }) => formatMessage(message));
}

function refusal(run: () => unknown): LensError {
  try {
    run();
  } catch (error) {
    if (error instanceof LensError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

function array(shape: number[]): NdArray {
  const size = shape.reduce((product, extent) => product * extent, 1);
  return { shape, data: Float64Array.from({ length: size }, (_, index) => index - 3) };
}
