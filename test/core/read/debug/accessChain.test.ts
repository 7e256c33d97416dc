/** What may be asked of a debugger, and what never is. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accessChain, chainAt, nameOfChain } from '../../../../core/read/debug/accessChain';

describe('accessChain', () => {
  it.each([
    'x',
    'A_prev',
    'self.conv1.W',
    'params["W1"]',
    "params['a key']",
    'layers[0].weight',
    'layers[i + 0]'.replace(' + 0', ''),
    'x[0, :, -1]',
    'x[..., 2]',
    'x[1:3, ::2]',
    'cache[ 0 ][1]',
    'this.#weights',
    'net?.filters',
    'tensor->data',
    'ns::kernel',
    '$x',
    'größe',
    'model.layers[layer.index].W',
  ])('%s is a chain', (text) => expect(accessChain(text)).toBe(text));

  it('removes the blanks around a chain', () => expect(accessChain('  x.W\n')).toBe('x.W'));

  it.each([
    'f()',
    'x.sum()',
    'x[f()]',
    'x[0]()',
    'a + b',
    'a = 1',
    'a; b',
    'a, b',
    'x[0',
    'x]',
    'x[]',
    'x.',
    '.x',
    '1',
    '"x"',
    '(x)',
    '*p',
    '`x`',
    'x[`${f()}`]',
    'x["${f()}"]',
    'x["a\\"b"]',
    'x["a" + f()]',
    'x[a = 1]',
    'x[a := 1]',
    'x[i++]',
    '-exec shell ls',
    'x y',
    'x\ny',
    'debugger',
    'await',
    'quit',
    'x[lambda: 0]',
    'x if y else z',
    '',
  ])('%j is none', (text) => expect(accessChain(text)).toBeUndefined());

  it('never lets a call, an assignment or a second expression through, whatever surrounds it', () => {
    const piece = fc.constantFrom(
      'x',
      '.y',
      '[0]',
      '["k"]',
      '[i]',
      '(',
      ')',
      '=',
      ';',
      '+',
      ' ',
      '\n',
      "'",
      '"',
      '`',
      '\\',
      '$',
      '{',
      '!',
      '[',
      ']',
      ',',
      ':',
      '-',
      '@',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const chain = accessChain(pieces.join(''));
        const bare = chain?.replace(/"[^"]*"|'[^']*'/g, '') ?? '';
        expect(bare).not.toMatch(/[()=;+`\\{}!@\n]/);
      }),
    );
  });
});

describe('chainAt', () => {
  it.each([
    ['y = self.co|nv1.W', 'self.conv1'],
    ['y = se|lf.conv1.W', 'self'],
    ['y = self.conv1.W|', 'self.conv1.W'],
    ['|x = 1', 'x'],
    ['print(A_prev|)', 'A_prev'],
    ['z = params["W|1"] + 1', 'params["W1"]'],
    ['z = layers[0|].W', 'layers[0]'],
    ['z = layers[0].W|', 'layers[0].W'],
    ['a.b, c.d|', 'c.d'],
    ['const x = new Fl|oat32Array(4)', 'Float32Array'],
  ])('%s → %s', (marked, chain) => {
    const column = marked.indexOf('|');
    expect(chainAt(marked.replace('|', ''), column)).toBe(chain);
  });

  it.each(['f().b|', '12|', '   |', '"text"|', 'x +| 1', ''])('%s: nothing', (marked) => {
    const column = Math.max(0, marked.indexOf('|'));
    expect(chainAt(marked.replace('|', ''), column)).toBeUndefined();
  });
});

describe('nameOfChain', () => {
  it.each([
    ['W', 'W'],
    ['self.W', 'self.W'],
    ['params["W1"]', 'W1'],
    ["params['dA']", 'dA'],
    ['cache[0]', 'cache[0]'],
    ['p["two words"]', 'p["two words"]'],
  ])('%s is called %s', (chain, name) => expect(nameOfChain(chain)).toBe(name));
});
