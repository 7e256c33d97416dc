/**
 * Functions that return nothing and fill an array that is passed: `conv(x, k, out)` becomes `out = conv(x, k, out)`. Functions may be
 * called above their definitions, as in Java's classes.
 */
import { nonEmpty } from '../../../../tuples';
import type { PythonLine } from '../evaluateLines';

export function withOutParameters(lines: readonly PythonLine[]): readonly PythonLine[] {
  const places = new Map<string, number>();
  const blocks = lines.reduce<PythonLine[][]>((found, line) => {
    if (line.py.startsWith(' ') && found.length > 0) found.at(-1)!.push(line);
    else found.push([line]);
    return found;
  }, []);
  const functions = blocks.map((block) => {
    const [head, ...body] = nonEmpty(block);
    const [, name = '', list = ''] = /^def (\w+)\((.*)\):$/.exec(head.py) ?? [];
    const filled = list
      .split(', ')
      .map((each) => each.replace(/=.*/, ''))
      .flatMap((each, place) => {
        const assigned = new RegExp(`^ +${each}\\[.*\\] [-+*/]?= `);
        return each !== '' && body.some(({ py }) => assigned.test(py)) ? [{ each, place }] : [];
      });
    const [only] = filled;
    if (!only || filled.length > 1 || body.some(({ py }) => /^ +return \S/.test(py))) return block;
    places.set(name, only.place);
    const returned = body.map((line) =>
      /^ +return$/.test(line.py) ? { ...line, py: `${line.py} ${only.each}` } : line,
    );
    const own = (py: string): PythonLine => ({ ...head, py: `    ${py}` });
    return [head, own(`${only.each} = _copy(${only.each})`), ...returned, own(`return ${only.each}`)];
  });
  const isFunction = ([head]: readonly PythonLine[]): boolean => head !== undefined && /^def [^=]*$/.test(head.py);
  const ordered = [...functions.filter(isFunction), ...functions.filter((block) => !isFunction(block))];
  return ordered.flat().map((line) => {
    const [, indent = '', name = '', list = ''] = /^( *)(\w+)\(((?:\w+(?:, )?)+)\)$/.exec(line.py) ?? [];
    const place = places.get(name);
    const target = place === undefined ? undefined : list.split(', ')[place];
    return target === undefined ? line : { ...line, py: `${indent}${target} = ${name}(${list})` };
  });
}
