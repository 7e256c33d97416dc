/** Edits of a parsed program give the statements that parsing the edited text gives. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../../../core/check/repair/applyEdits';
import { candidatesOf } from '../../../../../core/check/repair/candidates';
import { definitionsOf } from '../../../../../core/check/source/Definition';
import { PythonTree } from '../../../../../core/check/source/PythonTree';
import { openProgram } from '../../../../../core/read/python/program';
import type { Statement } from '../../../../../core/read/python/syntax/tree/ast';
import { editProgram, type ProgramEdit } from '../../../../../core/read/python/syntax/editProgram';
import { parseProgram } from '../../../../../core/read/python/syntax/parseProgram';
import { everything } from '../../../../everything';

const folder = join(import.meta.dirname, '../../../../programs/styles');

/** Undefined where the text is not Python. */
function parsed(text: string): Statement[] | undefined {
  const chunks = [...parseProgram(text, () => undefined)];
  return chunks.every((chunk) => chunk.type === 'code') ? chunks.flatMap(({ statements }) => statements) : undefined;
}

/** As text, without the places: two texts are compared faster than two trees. */
function plain(statements: readonly Statement[] | undefined): string {
  const places = ['range', 'ranges', 'end'];
  return JSON.stringify(statements, (key, value: unknown) => (places.includes(key) ? undefined : value), 1);
}

function edit(text: string, from: string, to: string): ProgramEdit {
  const at = text.indexOf(from);
  return { range: [at, at + from.length], text: to };
}

const programs = readdirSync(folder).filter((file) => file.endsWith('.py'));
const files = programs.filter((_, k) => everything || k % 3 === 0);

describe('editProgram', () => {
  it.each(files)('%s: candidate repairs', (file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    const tree = new PythonTree(text);
    const { functions, classes } = definitionsOf(tree);
    const nodes = [...functions, ...classes.flatMap(({ methods }) => methods)].map(({ node }) => node);
    const statements = parsed(text)!;
    let edited = 0;
    for (const [k, { edits }] of candidatesOf({ tree, operation: 'conv_forward', nodes }).entries()) {
      const whole = k % 41 === 0 ? applyEdits(text, edits) : undefined;
      const result = whole === undefined ? undefined : editProgram(text, statements, edits);
      if (!result) continue;
      edited += 1;
      expect({ edits, statements: plain(result.statements) }).toEqual({ edits, statements: plain(parsed(whole!)) });
    }
    expect(edited).toBeGreaterThan(5);
  });

  it('ranges of changed statements are ranges of the new text', () => {
    const text = 'def f(x):\n    for i in range(3):\n        x = [1, 2] + x[i]\n    return x\n';
    const result = editProgram(text, parsed(text)!, [edit(text, '[1, 2] + x[i]', '[1.0, 2] + x[i + 1]')])!;
    const [definition] = result.statements;
    const loop = definition?.type === 'function' ? definition.body[0] : undefined;
    const changed = loop?.type === 'for' ? loop.body[0] : undefined;
    expect(result.text.slice(...changed!.range)).toBe('x = [1.0, 2] + x[i + 1]');
  });

  it('a line that leaves its loop, and a header', () => {
    const text = 'def f(n):\n    t = 0\n    for i in range(n):\n        t += i\n        u = t\n    return t, u\n';
    const edits = [edit(text, 'range(n)', 'range(1, n)'), edit(text, '        u = t', '    u = t')];
    for (const some of [edits.slice(0, 1), edits.slice(1), edits]) {
      const result = editProgram(text, parsed(text)!, some)!;
      expect(plain(result.statements)).toEqual(plain(parsed(applyEdits(text, some)!)));
    }
  });

  it.each([
    ['an empty loop', 'def f(n):\n    for i in range(n):\n        t = i\n    return t\n', '        t = i', '    t = i'],
    ['an open bracket', 'def f(n):\n    return (n)\n', '(n)', '(n'],
  ])('%s is not Python', (_, text, from, to) => {
    expect(editProgram(text, parsed(text)!, [edit(text, from, to)])).toBeUndefined();
  });
});

describe('Program.variant', () => {
  const text = 'import numpy as np\ndef f():\n    a = np.array([1, 2, 3])\n    return int(a.sum())\n';

  it('runs the edited function, and leaves the program as it was', () => {
    const program = openProgram(text);
    const variant = program.variant([edit(text, '[1, 2, 3]', '[1, 2, 30]')])!;
    expect(variant.call('f', []).value).toMatchObject({ value: 33 });
    expect(program.call('f', []).value).toMatchObject({ value: 6 });
  });

  it('ends an endless loop at its bound of work', () => {
    const variant = openProgram(text).variant([edit(text, 'a = np', 'while True: pass\n    a = np')], {
      work: 100_000,
    })!;
    expect(variant.call('f', []).error?.message).toMatch(/100000 are run/);
  });

  it('runs in turn with others: each has its own variables, random numbers and classes', () => {
    const stateful = `import numpy as np
np.random.seed(1)
count = [0]
class Base:
    def value(self): return 1
class Layer(Base):
    def value(self):
        def scaled(x):
            return 10 * x
        step = 1
        return scaled(super().value()) + step
def f():
    count[0] += 1
    return count[0], Layer().value(), int(np.random.randint(1000))
`;
    const program = openProgram(stateful);
    const run = (each: typeof program): unknown => {
      const { value, error } = each.call('f', []);
      return value?.kind === 'tuple' ? value.items.map((item) => item.kind === 'number' && item.value) : error;
    };
    program.run();
    const first = program.variant([edit(stateful, '10 * x', '20 * x')])!;
    const second = program.variant([edit(stateful, 'step = 1', 'other = step = 2')])!;
    const third = program.variant([edit(stateful, 'class Layer(Base)', 'class Layer')])!;
    for (const each of [first, second, third]) each.run();
    expect([program, first, second, program].map(run)).toEqual([
      [1, 11, 37],
      [1, 21, 37],
      [1, 12, 37],
      [1, 11, 37],
    ]);
    expect(run(program)).toEqual([2, 11, 235]);
    expect(run(third)).toMatchObject({ type: 'AttributeError' });
  });

  it('reads an edited local variable as one where the others have new places', () => {
    const source = 'total = 5\ndef f(n):\n    for i in range(n):\n        total = i\n    return total\n';
    const program = openProgram(source);
    expect(program.call('f', [{ kind: 'number', value: 3, dtype: 'int64' }]).value).toMatchObject({ value: 2 });
    const variant = program.variant([edit(source, 'total = i', 'other = i')])!;
    variant.run();
    expect(variant.call('f', [{ kind: 'number', value: 3, dtype: 'int64' }]).value).toMatchObject({ value: 5 });
  });

  it('names the function whose header is edited, also where another one was edited before', () => {
    const [first, second] = ['first', 'other'].map(
      (name) => `def ${name}(a):\n    def inner(): return a\n    inner(1)\n`,
    );
    const source = `${first}${second}`;
    const program = openProgram(source);
    for (const name of ['first', 'other']) {
      const variant = program.variant([edit(source, `${name}(a)`, `${name}(a=0)`)])!;
      expect(variant.call(name, []).error?.message).toMatch(new RegExp(`^${name}\\.<locals>\\.inner\\(\\) takes 0`));
    }
  });
});
