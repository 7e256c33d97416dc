/** `str` and `repr` of values, as Python 3 and NumPy write them. */
import { LensError, msg } from '../../../../message';
import { strScalar } from '../../array/formatNumber';
import { originalKey } from '../../value/hashKey';
import { typeName } from '../../value/typeName';
import { pyList, pyTuple } from '../../value/constructors';
import type { LayerObject, Py, PyDictionary, PyInstance, PyNumber, PySequence, PySet } from '../../value/Py';
import { Unavailable } from '../../runtime/Unavailable';
import type { Machine } from '../machine/Machine';
import { findMember, isSubclass } from '../objects/classes';
import { builtinException, isException } from '../objects/exceptionClasses';
import { floatRepr } from './floatText';
import { quoted } from './quoted';
import { arrayOfParameter } from '../../library/call/coerce';
import { moduleText } from './moduleText';
import { tensorText } from './tensorText';
import { printedArray } from './printedArray';
import { children, isModule } from '../../layers/moduleTree';

/** Characters of one value's text. */
const MAX_LENGTH = 1_000_000;

const MAX_DEPTH = 50;

export function strOf(value: Py, machine: Machine): string {
  switch (value.kind) {
    case 'text':
      return value.value;
    case 'array':
      return printedArray(value, machine, false);
    case 'instance': {
      if (isException(value.class)) return messageOf(value, machine);
      const method = findMember(value.class, '__str__');
      if (!method && value.class.enumeration && !findMember(value.class, '__repr__'))
        return `${value.class.name}.${strOf(value.attributes.get('name')!, machine)}`;
      return method ? strOf(machine.call(method, [value]), machine) : reprOf(value, machine);
    }
    case 'dtype':
      return value.instance && !value.torch ? value.dtype : reprOf(value, machine);
    case 'generator':
      return value.torch ? reprOf(value, machine) : value.modern ? 'Generator(PCG64)' : 'RandomState(MT19937)';
    default:
      return reprOf(value, machine);
  }
}

export function reprOf(value: Py, machine: Machine): string {
  return new Writer(machine).write(value, 0);
}

/** `str(exception)`. */
export function messageOf(instance: PyInstance, machine: Machine): string {
  const method = findMember(instance.class, '__str__');
  if (method) return strOf(machine.call(method, [instance]), machine);
  const args = instance.attributes.get('args');
  const items = args?.kind === 'tuple' ? args.items : [];
  if (items.length === 0) return '';
  if (items.length > 1) return strOf(pyTuple(items), machine);
  const only = items[0]!;
  return isSubclass(instance.class, builtinException('KeyError')!)
    ? strOf(pyList([only]), machine).slice(1, -1)
    : strOf(only, machine);
}

function numberText({ value, dtype }: PyNumber): string {
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER && dtype === 'int64')
    throw new LensError(msg('integers beyond 2^53 are not supported: {0}', value));
  if (dtype === 'bool') return value ? 'True' : 'False';
  if (dtype === 'float64') return floatRepr(value);
  return strScalar(value, dtype);
}

/** Counts what it writes, so that shared lists cannot expand without bound. */
class Writer {
  private written = 0;
  private readonly open = new Set<Py>();

  constructor(private readonly machine: Machine) {}

  write(value: Py, depth: number): string {
    if (depth > MAX_DEPTH) throw new LensError(msg('values nested more than {0} deep cannot be printed', MAX_DEPTH));
    const text = this.open.has(value) ? this.again(value) : this.textOf(value, depth);
    this.written += depth === 0 ? 0 : 1;
    this.machine.context.spend(1 + Math.min(text.length, 64));
    if (this.written > MAX_LENGTH || text.length > MAX_LENGTH)
      throw new LensError(msg('this value is too large to be printed'));
    return text;
  }

  /** A list that contains itself. */
  private again(value: Py): string {
    return value.kind === 'dictionary' ? '{...}' : value.kind === 'tuple' ? '(...)' : '[...]';
  }

  private textOf(value: Py, depth: number): string {
    const { machine } = this;
    switch (value.kind) {
      case 'number':
        return numberText(value);
      case 'text':
        return quoted(value.value);
      case 'none':
        return 'None';
      case 'ellipsis':
        return 'Ellipsis';
      case 'array':
        return printedArray(value, machine, true);
      case 'list':
      case 'tuple':
      case 'range':
        return this.sequence(value, depth);
      case 'dictionary':
        return this.inside(value, () => {
          const entries = [...value.entries].map(
            ([hash, item]) => `${this.write(originalKey(value, hash), depth + 1)}: ${this.write(item, depth + 1)}`,
          );
          return this.dictionary(value, entries);
        });
      case 'set':
        return this.set(value, depth);
      case 'slice': {
        const parts = [value.start, value.stop, value.step].map((part) => (part === undefined ? 'None' : String(part)));
        return `slice(${parts.join(', ')})`;
      }
      case 'dtype':
        if (value.torch) return `torch.${value.dtype}`;
        return value.instance
          ? `dtype('${value.dtype}')`
          : `<class 'numpy.${value.dtype === 'bool' ? 'bool_' : value.dtype}'>`;
      case 'class':
        return isException(value) && value.members.size === 0
          ? `<class '${value.name}'>`
          : `<class '__main__.${value.name}'>`;
      case 'function':
        if (value.type !== undefined) return `<class '${value.type === 'ndarray' ? 'numpy.ndarray' : value.type}'>`;
        return `<${value.user || value.name.includes('.') ? '' : 'built-in '}function ${value.name}>`;
      case 'namespace':
        machine.missing.add(value.path);
        throw new Unavailable();
      case 'instance':
        return this.instance(value, depth);
      case 'unknown':
        throw new Unavailable();
      case 'layer':
        return this.layer(value, depth);
      default:
        return `<${typeName(value)} object>`;
    }
  }

  private set(value: PySet, depth: number): string {
    const items = value.entries.pairs.map(([, item]) => this.write(item, depth + 1));
    if (value.frozen) return items.length === 0 ? 'frozenset()' : `frozenset({${items.join(', ')}})`;
    return items.length === 0 ? 'set()' : `{${items.join(', ')}}`;
  }

  private dictionary({ type, entries, keys, factory }: PyDictionary, written: readonly string[]): string {
    const plain = `{${written.join(', ')}}`;
    switch (type) {
      case undefined:
        return plain;
      case 'defaultdict':
        return `defaultdict(${this.write(factory!, 1)}, ${plain})`;
      case 'Counter': {
        if (written.length === 0) return 'Counter()';
        const counts = [...entries.values()].map((count) => (count.kind === 'number' ? count.value : 0));
        const order = [...counts.keys()].sort((a, b) => counts[b]! - counts[a]!);
        return `Counter({${order.map((at) => written[at]!).join(', ')}})`;
      }
      case 'OrderedDict': {
        const pairs = [...entries].map(
          ([hash, item]) => `(${this.write(originalKey({ keys }, hash), 1)}, ${this.write(item, 1)})`,
        );
        return pairs.length === 0 ? 'OrderedDict()' : `OrderedDict([${pairs.join(', ')}])`;
      }
    }
  }

  private sequence(value: PySequence, depth: number): string {
    if (value.view === 'torch.Size') return `torch.Size(${this.sequence({ kind: 'list', items: value.items }, depth)})`;
    if (value.view?.startsWith('<') === true) return value.view;
    if (value.view !== undefined && value.fields) {
      const items = value.fields.map((name, index) => `${name}=${this.write(value.items[index]!, depth + 1)}`);
      return value.view.startsWith('torch.')
        ? `${value.view}(\n${items.join(',\n')})`
        : `${value.view}(${items.join(', ')})`;
    }
    if (value.view !== undefined) {
      const limit = value.maxlen === undefined ? '' : `, maxlen=${value.maxlen}`;
      return `${value.view}(${this.sequence({ kind: 'list', items: value.items }, depth)}${limit})`;
    }
    if (value.range) {
      const { start, stop, step } = value.range;
      return step === 1 ? `range(${start}, ${stop})` : `range(${start}, ${stop}, ${step})`;
    }
    return this.inside(value, () => {
      const items = value.items.map((item) => this.write(item, depth + 1));
      if (value.kind === 'list') return `[${items.join(', ')}]`;
      return items.length === 1 ? `(${items[0]!},)` : `(${items.join(', ')})`;
    });
  }

  private layer(value: LayerObject, depth: number): string {
    const { machine } = this;
    const parameter = arrayOfParameter(value);
    if (!parameter) {
      if (value.printed && isModule(value)) {
        const { name, options } = value.printed;
        return this.module(
          value,
          name,
          options((option) => this.write(option, depth + 1)),
          depth,
        );
      }
      if (!machine.lenient) throw new LensError(msg('printing {0} is not supported', value.callee));
      return `<${typeName(value)} object>`;
    }
    if (!value.detached) {
      machine.tape.watch(parameter);
      machine.tape.parameters.add(parameter);
    }
    return tensorText(parameter, machine, true);
  }

  /** As PyTorch prints it: the modules inside on lines of their own. */
  private module(module: LayerObject | PyInstance, name: string, options: string, depth: number): string {
    return moduleText(
      name,
      options,
      children(module).map(([key, child]) => [key, this.write(child, depth + 1)]),
    );
  }

  private instance(value: PyInstance, depth: number): string {
    const { machine } = this;
    const method = findMember(value.class, '__repr__');
    if (method) return strOf(machine.call(method, [value]), machine);
    if (value.class.framework?.endsWith('nn.Module') === true) {
      const options = findMember(value.class, 'extra_repr');
      return this.module(value, value.class.name, options ? strOf(machine.call(options, [value]), machine) : '', depth);
    }
    const { name, value: given } = Object.fromEntries(value.attributes);
    if (value.class.enumeration && name?.kind === 'text' && given)
      return `<${value.class.name}.${name.value}: ${this.write(given, depth + 1)}>`;
    if (!isException(value.class)) return `<__main__.${value.class.name} object>`;
    const args = value.attributes.get('args');
    const items = args?.kind === 'tuple' ? args.items : [];
    return `${value.class.name}(${items.map((item) => this.write(item, depth + 1)).join(', ')})`;
  }

  private inside(value: Py, run: () => string): string {
    this.open.add(value);
    const text = run();
    this.open.delete(value);
    return text;
  }
}
