/** Options from a call, from hyperparameters of the text and from fields. */
import { describe, expect, it } from 'vitest';
import { LensError } from '../../../../core/message';
import { StatedOptions } from '../../../../core/setup/options/StatedOptions';

describe('StatedOptions', () => {
  it('gives the values of a call as they are', () => {
    const pad = { top: 1, bottom: 0, left: 2, right: 3 };
    const stride = [2, 1] as const;
    const stated = new StatedOptions({ pad, stride, ceilMode: false });
    expect(stated.get('pad')).toBe(pad);
    expect(stated.get('stride')).toBe(stride);
    expect(stated.get('ceilMode')).toBe(false);
    expect(stated.get('kernel')).toBeUndefined();
  });

  it.each([
    ['stride', [2, 1], '2, 1'],
    ['pad', { top: 1, bottom: 0, left: 2, right: 3 }, '1, 0, 2, 3'],
    ['pad', 'same_upper', 'same_upper'],
    ['groups', 2, '2'],
    ['countIncludePad', false, 'false'],
    ['outputSize', [7, 8], '7, 8'],
  ] as const)('shows %s %j in its field as %s, which is read back', (name, value, text) => {
    const stated = new StatedOptions({ [name]: value });
    expect(stated.text(name)).toBe(text);
    expect(new StatedOptions({}).with({ [name]: text }).get(name)).toEqual(value);
  });

  it.each([
    ['stride', 2, 2],
    ['stride', [2, 1], [2, 1]],
    ['stride', '2x3', [2, 3]],
    ['pad', 'same', 'same'],
    ['pad', [1, 2, 3, 4], { top: 1, bottom: 2, left: 3, right: 4 }],
    ['ceilMode', true, true],
    ['ceilMode', 1, true],
    ['ceilMode', 'false', false],
    ['mode', 'average', 'average'],
    ['ties', 'neither', undefined],
  ] as const)('reads the hyperparameter %s = %j', (name, written, value) => {
    expect(new StatedOptions({}, { [name]: written }).get(name)).toEqual(value);
  });

  it('prefers fields to the text, and the text to defaults', () => {
    const stated = new StatedOptions({ stride: 2, dilation: 3 })
      .with({ stride: '4' })
      .withDefaults({ dilation: 1, pad: 0 });
    expect([stated.get('stride'), stated.get('dilation'), stated.get('pad')]).toEqual([4, 3, 0]);
  });

  it('shows a field as it was typed', () => {
    expect(new StatedOptions({ kernel: 3 }).with({ kernel: '2 x 2' }).text('kernel')).toBe('2 x 2');
  });

  it('refuses what is wrong only when it is asked for', () => {
    const stated = new StatedOptions({ stride: 1 }, { groups: 'many', stride: [1, 2, 3] });
    expect(() => stated.get('stride')).toThrow(LensError);
    expect(() => stated.get('groups')).toThrow('groups must be one number, not “many”');
    expect(stated.get('kernel')).toBeUndefined();
  });
});
