/** Classes of the text: method resolution, members and instances. */
import { LensError, msg } from '../../../../message';
import { isElsewhere } from '../../modules/unknownMember';
import { typeError } from '../../runtime/PythonError';
import type { Py, PyClass, PyInstance } from '../../value/Py';

/** What a class's body and its bases outside of the text add. */
interface ClassTraits {
  /** A base class of a framework: `torch.nn.Module`. */
  readonly framework?: string | undefined;
  readonly abstract?: boolean;
  readonly generic?: boolean;
  readonly annotated?: readonly string[];
}

export function makeClass(
  name: string,
  bases: readonly PyClass[],
  members: Map<string, Py>,
  { framework, abstract = false, generic = false, annotated = [] }: ClassTraits = {},
): PyClass {
  const order: PyClass[] = [];
  const inherited = framework ?? bases.find((base) => base.framework !== undefined)?.framework;
  const made: PyClass = {
    kind: 'class',
    name,
    bases,
    members,
    order,
    annotated,
    ...(inherited !== undefined && { framework: inherited }),
    ...(generic && { generic }),
    ...((abstract || bases.some((base) => base.abstract)) && { abstract: true }),
  };
  order.push(made, ...linearize(bases));
  return made;
}

export function findMember(type: PyClass, name: string, after?: PyClass): Py | undefined {
  const from = after ? type.order.indexOf(after) + 1 : 0;
  for (let i = from; i < type.order.length; i++) {
    const found = type.order[i]!.members.get(name);
    if (found) return found;
  }
  return undefined;
}

/** The method that a call of an instance runs: `__call__`, or `forward` and `call` of the frameworks' modules. */
export function callMethod(type: PyClass): Py | undefined {
  const own = findMember(type, '__call__');
  if (own || type.framework === undefined) return own;
  return findMember(type, 'forward') ?? findMember(type, 'call');
}

/**
 * A class derived from a test case of unittest or of a framework, `tf.test.TestCase`, or named as pytest's, `TestConv`, which may
 * derive from a class of another file.
 */
export function isTestCase({ name, framework, bases, members }: PyClass): boolean {
  const hasTests = /Test/.test(name) && [...members.keys()].some((key) => key.startsWith('test'));
  if (framework === undefined && bases.length === 0) return /^Test[A-Z]/.test(name) || hasTests;
  return framework !== undefined && (/(?:^|\.)\w*TestCase$/.test(framework) || (hasTests && isElsewhere(framework)));
}

export function isSubclass(type: PyClass, of: PyClass): boolean {
  return type.order.includes(of);
}

export function makeInstance(type: PyClass): PyInstance {
  return { kind: 'instance', class: type, attributes: new Map() };
}

/** C3 linearization (docs.python.org, "The Python 2.3 Method Resolution Order"). */
function linearize(bases: readonly PyClass[]): PyClass[] {
  const sequences = [...bases.map(({ order }) => [...order]), [...bases]].filter(({ length }) => length > 0);
  const result: PyClass[] = [];
  while (sequences.some(({ length }) => length > 0)) {
    const open = sequences.filter(({ length }) => length > 0);
    const next = open.map(([first]) => first!).find((each) => !open.some((rest) => rest.indexOf(each) > 0));
    if (!next) {
      const names = [...new Set(open.map(([first]) => first!.name))].join(', ');
      throw typeError(`Cannot create a consistent method resolution\norder (MRO) for bases ${names}`);
    }
    result.push(next);
    for (const sequence of open) if (sequence[0] === next) sequence.shift();
    if (result.length > 100) throw new LensError(msg('a class has more than {0} base classes', 100));
  }
  return result;
}
