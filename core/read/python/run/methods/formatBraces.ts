/** `'{} {name!r:>8}'.format(…)`. */
import { PythonError, valueError } from '../../runtime/PythonError';
import { pyInteger, pyText } from '../../value/constructors';
import type { Py } from '../../value/Py';
import type { Machine } from '../machine/Machine';
import { itemOf } from '../operations/subscripts';
import { formatConverted } from '../text/formatValue';

export function formatBraces(
  template: string,
  positional: readonly Py[],
  named: ReadonlyMap<string, Py>,
  machine: Machine,
): string {
  let automatic = 0;
  const expand = (source: string, depth: number): string => {
    if (depth > 2) throw valueError('Max string recursion exceeded');
    let made = '';
    for (let at = 0; at < source.length;) {
      const character = source[at]!;
      if ((character === '{' || character === '}') && source[at + 1] === character) {
        made += character;
        at += 2;
      } else if (character === '}') {
        throw valueError("Single '}' encountered in format string");
      } else if (character === '{') {
        const end = closing(source, at);
        made += replace(source.slice(at + 1, end), depth);
        at = end + 1;
      } else {
        made += character;
        at += 1;
      }
    }
    return made;
  };
  const replace = (field: string, depth: number): string => {
    const [, path = '', conversion = '', spec = ''] = /^([^!:]*)(?:!([rsa]))?(?::(.*))?$/s.exec(field) ?? [];
    const value = lookUp(path);
    const format = spec.includes('{') ? expand(spec, depth + 1) : spec;
    return formatConverted(value, conversion, format, machine);
  };
  const lookUp = (path: string): Py => {
    const [, head = '', rest = ''] = /^([^.[]*)(.*)$/s.exec(path) ?? [];
    const name = head === '' ? String(automatic++) : head;
    const value = /^\d+$/.test(name) ? positional[Number(name)] : named.get(name);
    if (!value) {
      throw /^\d+$/.test(name)
        ? new PythonError('IndexError', `Replacement index ${name} out of range for positional args tuple`)
        : new PythonError('KeyError', `'${name}'`);
    }
    return follow(value, rest, machine);
  };
  return expand(template, 0);
}

function follow(value: Py, path: string, machine: Machine): Py {
  let found = value;
  for (const [, name, index] of path.matchAll(/\.(\w+)|\[([^\]]*)\]/g)) {
    if (name !== undefined) found = machine.attribute(found, name);
    else {
      const key = /^\d+$/.test(index!) ? pyInteger(Number(index)) : pyText(index!);
      found = itemOf(found, { parts: [key], many: false, key }, machine);
    }
  }
  return found;
}

function closing(source: string, open: number): number {
  let depth = 0;
  for (let at = open; at < source.length; at++) {
    if (source[at] === '{') depth += 1;
    else if (source[at] === '}' && --depth === 0) return at;
  }
  throw valueError("expected '}' before end of string");
}
