/** Roles and layouts of selected arrays, from texts as they are selected. */
import { describe, expect, it } from 'vitest';
import { conv, pool, assumptionsOf, set } from '../setUp';

const image = '[[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]]';
const square = '[[1, 0], [0, -1]]';

describe('roles by name', () => {
  it.each([
    ['W = [[1, 0], [0, -1]]\nA_prev = ' + image],
    ['A_prev = ' + image + '\nW = [[1, 0], [0, -1]]'],
    ['conv1.weight = [[1, 0], [0, -1]]\nx_train = ' + image],
    ['kernel = [[1, 0], [0, -1]]\nimage = ' + image],
    ['filter_x = [[1, 0], [0, -1]]\nimage = ' + image],
    ['image = ' + image + '\nsobel_x = [[1, 0], [0, -1]]'],
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
    expect(assumptionsOf(setup)).toContain('not used: dA_prev, dW, Z');
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
    expect([...layer.dZ!.data]).toEqual([1, 2]);
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
    expect(assumptionsOf(setup)).toContain('W (2, 2) has one channel: it is repeated for 3 channels');
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
