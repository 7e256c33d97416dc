/** Matches the arguments of a call with the parameters of a function of the text, by Python's rules. */
import type { Arguments, Py, PyDictionary } from '../../value/Py';
import { lackingArguments, typeError } from '../../runtime/PythonError';
import type { Parameter } from '../../syntax/tree/ast';
import { pyTuple } from '../../value/constructors';

export interface BoundParameter {
  readonly name: string;
  readonly kind: Parameter['kind'];
  /** Its default. */
  readonly missing: Py | undefined;
}

/** Calls `set` once for every parameter. Throws Python's TypeErrors. */
export function bindParameters(
  callee: string,
  parameters: readonly BoundParameter[],
  { positional, named }: Arguments,
  set: (index: number, value: Py) => void,
): void {
  if (named.size === 0 && positional.length === parameters.length && parameters.every(isPlain)) {
    for (let i = 0; i < positional.length; i++) set(i, positional[i]!.value);
    return;
  }
  const lacking: BoundParameter[] = [];
  const used = new Set<string>();
  let next = 0;
  parameters.forEach(({ name, kind, missing }, index) => {
    if (kind === 'rest') {
      set(index, pyTuple(positional.slice(next).map(({ value }) => value)));
      next = positional.length;
      return;
    }
    if (kind === 'keywords') return;
    const byName = kind === 'positionalOnly' ? undefined : named.get(name);
    if (kind !== 'keywordOnly' && next < positional.length) {
      if (byName) throw typeError(`${callee}() got multiple values for argument '${name}'`);
      set(index, positional[next]!.value);
      next += 1;
      return;
    }
    if (byName) used.add(name);
    const value = byName?.value ?? missing;
    if (value) set(index, value);
    else lacking.push(parameters[index]!);
  });
  bindKeywords(callee, parameters, named, used, set);
  if (next < positional.length) throw tooMany(callee, parameters, positional.length);
  if (lacking.length === 0) return;
  const keyword = lacking.every(({ kind }) => kind === 'keywordOnly');
  const names = lacking.filter(({ kind }) => keyword || kind !== 'keywordOnly').map(({ name }) => name);
  throw lackingArguments(callee, names, keyword ? 'keyword-only' : 'positional');
}

function isPlain({ kind }: BoundParameter): boolean {
  return kind === 'plain';
}

function bindKeywords(
  callee: string,
  parameters: readonly BoundParameter[],
  named: Arguments['named'],
  used: ReadonlySet<string>,
  set: (index: number, value: Py) => void,
): void {
  const at = parameters.findIndex(({ kind }) => kind === 'keywords');
  if (at < 0 && used.size === named.size) return;
  const byPosition = parameters.filter(({ name, kind }) => at < 0 && kind === 'positionalOnly' && named.has(name));
  if (byPosition.length > 0) {
    const names = byPosition.map(({ name }) => name).join(', ');
    throw typeError(`${callee}() got some positional-only arguments passed as keyword arguments: '${names}'`);
  }
  const entries = new Map<string | number, Py>();
  for (const [name, { value }] of named) {
    if (used.has(name)) continue;
    if (at < 0) throw typeError(`${callee}() got an unexpected keyword argument '${name}'`);
    entries.set(name, value);
  }
  const rest: PyDictionary = { kind: 'dictionary', entries };
  if (at >= 0) set(at, rest);
}

function tooMany(callee: string, parameters: readonly BoundParameter[], given: number): Error {
  const plain = parameters.filter(({ kind }) => kind === 'plain' || kind === 'positionalOnly');
  const needed = plain.filter(({ missing }) => !missing).length;
  const takes = needed === plain.length ? `${plain.length}` : `from ${needed} to ${plain.length}`;
  const last = needed === plain.length ? plain.length : 2;
  return typeError(
    `${callee}() takes ${takes} positional argument${last === 1 ? '' : 's'} but ${given} ${given === 1 ? 'was' : 'were'} given`,
  );
}
