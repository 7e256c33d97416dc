/** Values of expressions at one place of a C-like text, by the definitions that the place sees. */
import { sizeOf, type NdArray } from '../../../../array/NdArray';
import { CodeReader } from './CodeReader';
import { counted, madeArray } from './constructors';
import { definitionOf, type Definition } from './definitions';
import { fedAt } from './fedAt';
import type { CallNode, Node } from './nodes';
import { returnedAt } from './returned';
import {
  arrayOfValue,
  isArray,
  isList,
  isMade,
  isRecord,
  shapedAs,
  wholeNumbers,
  type CodeValue,
  type Made,
} from './values';

const MAX_DEPTH = 40;
const MAX_ELEMENTS = 1_000_000;

/** Classes of layers and of their options. */
const MADE =
  /(?:FuncOptions|Options|Config|Params|Descriptor)$|^(?:Max|Avg|Average)_?Pool(?:ing)?_?[12][dD](?:Layer)?$|^(?:max|average)Pooling[12]d$|^New(?:Max|Avg)Pool2[dD]$/;

export class CodeScope {
  constructor(
    private readonly text: string,
    /** The text without comments and strings, with the same places. */
    private readonly code: string,
    /** Names are looked up as at this place. */
    private readonly place: number,
    private readonly depth = 0,
    /** Values of definitions by where their expressions begin: each is computed once. */
    private readonly known = new Map<number, CodeValue>(),
  ) {}

  value(node: Node): CodeValue {
    if (this.depth > MAX_DEPTH) return undefined;
    switch (node.kind) {
      case 'number':
      case 'text':
      case 'constant':
        return node.value;
      case 'list':
        return node.items.map((item) => this.value(item));
      case 'repeat':
        return repeated(this.value(node.item), this.value(node.count));
      case 'record':
        return new Map([...node.entries].map(([key, entry]) => [key, this.value(entry)]));
      case 'name':
        return this.named(node.path);
      case 'negative':
        return mapped(this.value(node.of), (number) => -number);
      case 'operation':
        return operated(
          node.operator,
          this.value(node.left),
          this.value(node.right),
          isFloat(node.left) || isFloat(node.right),
        );
      case 'range': {
        const [from, to] = [this.value(node.from), this.value(node.to)];
        return typeof to === 'number' ? counted(from, node.closed ? to + 1 : to, 1) : undefined;
      }
      case 'index':
        return indexed(
          this.value(node.of),
          node.index.map((each) => this.value(each)),
        );
      case 'call':
        return this.called(node.call);
      case 'unknown':
        return undefined;
    }
  }

  /** The values of a call's arguments. */
  arguments({ args, named }: CallNode): { args: CodeValue[]; named: Map<string, CodeValue> } {
    return {
      args: args.map((each) => this.value(each)),
      named: new Map([...named].map(([name, each]) => [name, this.value(each)])),
    };
  }

  private called(call: CallNode): CodeValue {
    const receiver = call.receiver && this.value(call.receiver);
    const { args, named } = this.arguments(call);
    if (isMade(receiver))
      return { ...receiver, set: new Map([...receiver.set, [call.name, args[0] ?? true]]) } satisfies Made;
    if (call.name === 'input' && args.length > 1) return this.fed(args);
    const returned = args.length + named.size === 0 && !call.receiver ? returnedAt(this.code, call.name) : undefined;
    if (returned !== undefined) return this.at(returned);
    if (MADE.test(call.name)) return { made: call, args, set: named } satisfies Made;
    const parent = call.receiver?.kind === 'name' || call.receiver?.kind === 'call' ? call.receiver : undefined;
    // `MaxPool2dConfig::new([2, 2])`: the class is before `new`.
    if (parent?.kind === 'name' && call.name === 'new') {
      const owner = parent.path.slice(parent.path.lastIndexOf('.') + 1);
      if (MADE.test(owner)) return { made: { ...call, name: owner }, args, set: new Map() } satisfies Made;
    }
    const isMethod = receiver !== undefined;
    if (call.receiver !== undefined && !isMethod && call.receiver.kind !== 'name') return undefined;
    // `Tensor(shape: [2, 2], elements: [1, 2, 3, 4])`.
    return madeArray({ name: call.name, receiver, isMethod, args: named.size > 0 ? [...args, named] : args });
  }

  /** `builder.input('x', {dimensions: [1, 4]})`: the numbers that the graph gets under that name. */
  private fed([name, options]: readonly CodeValue[]): CodeValue {
    const given = typeof name === 'string' ? fedAt(this.text, name) : undefined;
    if (given === undefined || !isRecord(options)) return undefined;
    return shapedBy(this.at(given), options.get('dimensions') ?? options.get('shape'));
  }

  /** The value of the expression at another place. */
  private at(place: number): CodeValue {
    const scope = new CodeScope(this.text, this.code, place, this.depth + 1, this.known);
    return scope.value(new CodeReader(this.text, place).expression());
  }

  private named(path: string): CodeValue {
    const [first = '', ...rest] = path.split('.');
    const definition = definitionOf(this.code, first, this.place);
    if (!definition) return undefined;
    let value = this.known.get(definition.start);
    if (!this.known.has(definition.start)) {
      value = this.defined(first, definition);
      this.known.set(definition.start, value);
    }
    for (const key of rest) value = isRecord(value) ? value.get(key) : undefined;
    return value;
  }

  private defined(name: string, { at, start, sizes, type, isOpen }: Definition): CodeValue {
    // The name has its earlier value in its own definition.
    const scope = new CodeScope(this.text, this.code, at, this.depth + 1, this.known);
    const reader = new CodeReader(this.text, start);
    if (type !== undefined) return scope.constructed(name, type, reader, this.place);
    const node = isOpen ? reader.statementList() : reader.expression();
    const value = scope.value(node);
    const isWhole = !/^(?:[?<>&|%^([{.]|=[=>])/.test(this.text.slice(reader.at, reader.at + 2));
    // A further operator, a condition, a function: the value is another one.
    if (!isWhole) return undefined;
    if (sizes.length === 0) return value;
    const array = arrayOfValue(value);
    // Java's `int x[][] = new int[][] {{1, 2}}`.
    if (sizes.length > 1 && sizes.every((size) => size === '')) return array;
    const extents = sizes.map((size) => (size === '' ? -1 : scope.value(new CodeReader(size, 0).expression())));
    const known = extents.every((extent): extent is number => typeof extent === 'number');
    return known
      ? shapedAs(array, extents.length === 1 && array && array.shape.length > 1 ? array.shape : extents)
      : array;
  }

  /** `std::vector<float> v{1, 2}`, `torch::Tensor x(y)`, `std::vector<float> v(16, 1.f)`, then `std::iota(v.begin(), …, 0)`. */
  private constructed(name: string, type: string, reader: CodeReader, place: number): CodeValue {
    const isBraces = this.text[reader.at] === '{';
    const node = isBraces ? reader.expression() : undefined;
    if (node) return this.value(node);
    const { args } = this.arguments(reader.call(type, undefined, reader.at));
    const between = this.text.slice(reader.at, place);
    if (/\bvector\b/.test(type) && typeof args[0] === 'number') {
      const count = args[0];
      const iota = new RegExp(
        `\\biota\\(\\s*${name}\\.begin\\(\\)\\s*,\\s*${name}\\.end\\(\\)\\s*,\\s*(-?[\\d.]+)f?\\s*\\)`,
      ).exec(between);
      if (iota) return counted(Number(iota[1]), Number(iota[1]) + count, 1);
      const value = args.length === 1 ? 0 : args[1];
      return typeof value === 'number' ? repeated(value, count) : undefined;
    }
    const owner = type.split(/::|\./).at(-1)!;
    if (MADE.test(owner)) {
      const made: CallNode = {
        name: owner,
        receiver: undefined,
        args: [],
        named: new Map(),
        range: [reader.at, reader.at],
      };
      return { made, args, set: new Map() } satisfies Made;
    }
    const call = { name: owner, receiver: undefined, isMethod: false };
    return madeArray({ ...call, args }) ?? this.shapedLike(type, args);
  }

  /** `Tensor b({2}, {1, 1})`: which list is the shape, other objects of the type show. */
  private shapedLike(type: string, args: readonly CodeValue[]): CodeValue {
    const [first, second] = args;
    const isPair = args.length === 2 && isList(first) && isList(second);
    const fitting = isPair ? [shapedBy(second, first), shapedBy(first, second)] : [];
    if (fitting.length === 0 || fitting.includes(undefined)) return undefined;
    for (const { index, 0: head } of this.code.matchAll(
      new RegExp(`(?<![\\w:<])${type.replaceAll(/[.*+?^$|[\]\\]/g, '\\$&')}\\s+\\w+(?=\\()`, 'g'),
    )) {
      const other = this.arguments(new CodeReader(this.text, index + head.length).call(type, undefined, index)).args;
      const known = [shapedBy(other[1], other[0]), shapedBy(other[0], other[1])];
      const order = known.findIndex((each) => each !== undefined);
      if (other.length === 2 && known.filter((each) => each !== undefined).length === 1) return fitting[order];
    }
    return undefined;
  }
}

function shapedBy(values: CodeValue, shape: CodeValue): NdArray | undefined {
  return shapedAs(arrayOfValue(values), wholeNumbers(shape));
}

function repeated(item: CodeValue, count: CodeValue): CodeValue {
  const size = arrayOfValue(item)?.data.length ?? 1;
  if (typeof count !== 'number' || !Number.isInteger(count) || count < 1 || count * size > MAX_ELEMENTS)
    return undefined;
  return Array.from({ length: count }, () => item);
}

function mapped(value: CodeValue, change: (number: number) => number): CodeValue {
  if (typeof value === 'number') return change(value);
  return isArray(value) ? { shape: value.shape, data: value.data.map(change) } : undefined;
}

/** `5. / 4.`: one number is written as a float. */
function isFloat(node: Node): boolean {
  if (node.kind === 'number') return node.isFloat === true;
  return node.kind === 'negative' && isFloat(node.of);
}

function operated(operator: string, left: CodeValue, right: CodeValue, floats: boolean): CodeValue {
  const apply = (a: number, b: number): number =>
    operator === '+' ? a + b : operator === '-' ? a - b : operator === '*' ? a * b : a / b;
  if (typeof left === 'number' && typeof right === 'number') {
    // A quotient of whole numbers has no fraction in most of these languages.
    const isCut =
      operator === '/' && !floats && Number.isInteger(left) && Number.isInteger(right) && left % right !== 0;
    return isCut ? undefined : apply(left, right);
  }
  if (isArray(left) && typeof right === 'number') return mapped(left, (number) => apply(number, right));
  if (isArray(right) && typeof left === 'number') return mapped(right, (number) => apply(left, number));
  return undefined;
}

function indexed(value: CodeValue, index: readonly CodeValue[]): CodeValue {
  const [first] = index;
  if (index.length !== 1) return undefined;
  if (isRecord(value) && typeof first === 'string') return value.get(first);
  const array: NdArray | undefined = isArray(value) ? value : undefined;
  if (typeof first !== 'number') return undefined;
  if (isList(value)) return value[first];
  if (!array || array.shape.length === 0 || first < 0 || first >= array.shape[0]!) return undefined;
  const shape = array.shape.slice(1);
  const size = sizeOf(shape);
  const data = array.data.slice(first * size, (first + 1) * size);
  return shape.length === 0 ? data[0] : { shape, data };
}
