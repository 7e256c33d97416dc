/**
 * The expression that js-debug evaluates: it evaluates a validated chain once and describes the value in one short string. No
 * getter, no method of the program and, where Node tells them, no trap of a Proxy is called: properties are read by their
 * descriptors. js-debug's own text of a value (its context `clipboard`) calls getters, and its work has no bound.
 */

/** Largest number of levels of arrays and objects in a value. */
const deepest = 16;

/** A typed array of more numbers is read from the program's memory. */
const inlineTyped = 4096;

/** `most`: numbers that are described; `whole`: typed arrays too, however long, for a debugger without memory requests. */
export function describeExpression(chain: string, most: number, whole = false): string {
  return `(${String(describe)})(${chain}, ${most}, ${whole ? most : inlineTyped}, ${deepest})`;
}

/**
 * Runs in the debugged program, as text: uses nothing of this file. Answers:
 * `text [[1,2],[3,4]]`, `typed Float32Array 1,2`, `memory Float32Array 70000`, `large 1500,2000`, `getter [0]`, `proxy [0]`, `deep`.
 */
function describe(value: unknown, most: number, inline: number, levels: number): string {
  // The program may have variables of these names; literals lead to the originals.
  const own = {}.constructor as ObjectConstructor;
  const list = [].constructor as ArrayConstructor;
  const typed = own.getPrototypeOf(Int8Array.prototype) as object;
  const tagOf = own.getOwnPropertyDescriptor(typed, Symbol.toStringTag)!;
  const lengthOf = own.getOwnPropertyDescriptor(typed, 'length')!;
  interface NodeGlobal {
    readonly process: { getBuiltinModule(name: string): { readonly types: { isProxy(value: unknown): boolean } } };
  }
  let types: ReturnType<NodeGlobal['process']['getBuiltinModule']>['types'] | undefined;
  try {
    types = (globalThis as unknown as NodeGlobal).process.getBuiltinModule('util').types;
  } catch {
    // A browser, or an older Node: a Proxy cannot be told from its target.
  }
  const isProxy = (part: unknown) => types?.isProxy(part) === true;
  /** Numbers, strings and properties that may still be described. */
  let left = most + 100_000;
  let refusal = '';

  const refuse = (reason: string): undefined => {
    refusal = refusal === '' ? reason : refusal;
    return undefined;
  };
  const why = () => refusal;
  const numberText = (number: number) => (number === 0 && 1 / number < 0 ? '-0' : `${number}`);
  const typedText = (array: ArrayLike<number>): string => {
    const length = lengthOf.get!.call(array) as number;
    left -= length;
    if (left < 0) refuse('large');
    let text = '';
    for (let k = 0; k < length && refusal === ''; k++) text += (k > 0 ? ',' : '') + numberText(array[k]!);
    return text;
  };
  const tag = (object: object) => (isProxy(object) ? undefined : (tagOf.get!.call(object) as string | undefined));
  /** The value of an own property without calling a getter; an absent one is undefined. */
  const entry = (object: object, key: string | number, path: string): unknown => {
    const found = own.getOwnPropertyDescriptor(object, key);
    if (!found) return undefined;
    return own.hasOwn(found, 'value') ? found.value : refuse(`getter ${path}`);
  };
  const firstPath = (): number[] => {
    const shape: number[] = [];
    for (let at = value; typeof at === 'object' && at !== null && shape.length < levels;) {
      if (isProxy(at)) break;
      const numbers = tag(at) !== undefined;
      if (!numbers && !list.isArray(at)) break;
      const length = numbers ? (lengthOf.get!.call(at) as number) : (entry(at, 'length', '') as number);
      shape[shape.length] = length;
      if (numbers || length === 0) break;
      at = entry(at, 0, '[0]');
    }
    return shape;
  };
  const textOf = (part: unknown, path: string, level: number): string => {
    if (--left < 0) refuse('large');
    if (refusal !== '') return '';
    if (typeof part === 'number') return numberText(part);
    if (typeof part === 'string') return JSON.stringify(part);
    if (typeof part === 'bigint' || typeof part === 'boolean' || part === undefined) return `${part}`;
    if (typeof part !== 'object' || part === null) return 'null';
    if (isProxy(part)) return refuse(`proxy ${path}`) ?? '';
    if (level > levels) return refuse('deep') ?? '';
    if (tag(part) !== undefined) return `[${typedText(part as ArrayLike<number>)}]`;
    let text = '';
    if (list.isArray(part)) {
      const length = entry(part, 'length', path) as number;
      if (length > left) refuse('large');
      for (let k = 0; k < length && refusal === ''; k++) {
        const at = `${path}[${k}]`;
        text += (k > 0 ? ',' : '') + textOf(entry(part, k, at), at, level + 1);
      }
      return `[${text}]`;
    }
    const keys = own.keys(part);
    for (let k = 0; k < keys.length && refusal === ''; k++) {
      const found = own.getOwnPropertyDescriptor(part, keys[k]!);
      // A property with a getter is left out: its object may hold arrays besides.
      if (!found || !own.hasOwn(found, 'value')) continue;
      text += `${text === '' ? '' : ','}${JSON.stringify(keys[k])}:${textOf(found.value, `${path}.${keys[k]}`, level + 1)}`;
    }
    return `{${text}}`;
  };

  const shape = firstPath();
  let count = 1;
  let extents = '';
  for (let k = 0; k < shape.length; k++) {
    count *= shape[k]!;
    extents += (k > 0 ? ',' : '') + shape[k];
  }
  if (refusal !== '') return refusal;
  if (count > most) return `large ${extents}`;
  const name = typeof value === 'object' && value !== null ? tag(value) : undefined;
  if (name !== undefined && count > inline) return `memory ${name} ${count}`;
  if (name !== undefined) return `typed ${name} ${typedText(value as ArrayLike<number>)}`;
  const text = textOf(value, '', 1);
  const reason = why();
  if (reason === 'large') return `large ${extents}`;
  return reason === '' ? `text ${text}` : reason;
}
