/** Outputs as VS Code gives them, bytes by type, to what is read from them. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { outputSegments, type CellOutput } from '../../../extension/session/source/cellOutput';
import { readSource } from '../../../extension/session/source/readSource';

const stdout = 'application/vnd.code.notebook.stdout';

function output(...items: readonly (readonly [mime: string, text: string])[]): CellOutput {
  return { items: items.map(([mime, text]) => ({ mime, data: new TextEncoder().encode(text) })) };
}

function read(...outputs: readonly CellOutput[]) {
  return readSource({ kind: 'text', name: 'x.ipynb', segments: outputSegments(outputs) });
}

describe('the text of outputs', () => {
  it('is one segment per output, at places of their own', () => {
    const segments = outputSegments([output([stdout, 'a\n']), output(['text/plain', '[1]'])]);
    expect(segments).toEqual([
      { offset: 0, text: 'a\n' },
      { offset: 3, text: '[1]' },
    ]);
  });

  it('joins what a running kernel appended, also inside a character’s neighbours', () => {
    expect(outputSegments([output([stdout, '[[1, 2],\n'], [stdout, ' [3, 4]]\n'])])[0]!.text).toBe(
      '[[1, 2],\n [3, 4]]\n',
    );
  });

  it('prefers plain text to HTML, and leaves pictures and errors out', () => {
    const table = output(['text/html', '<table>'], ['text/plain', '[[5 6]]']);
    const picture = output(['image/png', '\u0089PNG']);
    const error = output(['application/vnd.code.notebook.error', '{"name":"E"}']);
    expect(outputSegments([picture, error, table]).map(({ text }) => text)).toEqual(['[[5 6]]']);
  });

  it('loses a terminal’s colours', () => {
    expect(outputSegments([output([stdout, '\u001b[31m[1 2]\u001b[0m'])])[0]!.text).toBe('[1 2]');
  });
});

describe('what is read from outputs', () => {
  it('arrays of several outputs, each with its own', () => {
    const { arrays } = read(output([stdout, 'A =\n[[1. 2.]\n [3. 4.]]\n']), output(['text/plain', 'tensor([5., 6.])']));
    expect(arrays.map(({ array }) => [...array.data])).toEqual([
      [1, 2, 3, 4],
      [5, 6],
    ]);
  });

  it('an abbreviated print is refused with how to print it whole', () => {
    const { arrays, errors } = read(output(['text/plain', 'array([[0., 0., ..., 0.],\n       [0., 0., ..., 0.]])']));
    expect(arrays).toEqual([]);
    expect(errors[0]!.message).toContain('np.set_printoptions(threshold=sys.maxsize)');
  });

  it('every output of the test notebook that holds an array', () => {
    const notebook = JSON.parse(readFileSync('test/e2e/files/pooling.ipynb', 'utf8')) as {
      cells: { outputs?: { text?: string[]; data?: Record<string, string[]> }[] }[];
    };
    const shapes = notebook.cells.map(({ outputs = [] }) => {
      const given = outputs.map(({ text, data }) =>
        text ? output([stdout, text.join('')]) : output(['text/plain', data!['text/plain']!.join('')]),
      );
      return given.length > 0 ? read(...given).arrays.map(({ array }) => array.shape) : [];
    });
    expect(shapes.slice(0, 3).flat()).toEqual([]);
    expect(shapes[3]).toContainEqual([3, 2]);
    expect(shapes[4]).toEqual([[3, 3]]);
    expect(shapes.slice(5).flat()).toEqual([]);
  });
});
