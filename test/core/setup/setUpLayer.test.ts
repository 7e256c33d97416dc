/** Hyperparameters, and what is generated where nothing is selected, with the stated assumptions. */
import { describe, expect, it } from 'vitest';
import type { Choices } from '../../../core/setup/Setup';
import { conv, pool, refusal, assumptionsOf } from './setUp';

const image = '[[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]]';
const square = '[[1, 0], [0, -1]]';

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
    expect(assumptionsOf(setup)).toContain('kernel 2 and stride 1: with them the output has the gradient’s shape');
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
    [{ pad: '0', dilation: '4' }, 'dilation', 'spans 5 cells'],
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
    expect(assumptionsOf(course)).toContain('No gradient selected – as in the course, dZ = Z');
    expect([...conv(text, { pass: 'backward', gradientChoice: 'ones' }).layer.dZ!.data]).toEqual([1, 1, 1, 1, 1, 1]);
    const random = conv(text, { pass: 'backward', gradientChoice: 'random' });
    expect(random.layer.dZ!.data[0]).toBeCloseTo(-0.41675785, 8);
  });

  it('no array: an error, not a picture', () => {
    expect(refusal(() => conv('stride = 2')).field).toBe('input');
  });
});
