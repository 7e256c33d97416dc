/** Compiles expressions to closures, once per program text. */
import { LensError, msg } from '../../../../../message';
import { typeError } from '../../../runtime/PythonError';
import { copySet, makeSet, setEntry } from '../../../value/hashKey';
import { typeName } from '../../../value/typeName';
import type { Expression, Item } from '../../../syntax/tree/ast';
import { ELLIPSIS, NONE, pyBool } from '../../../value/constructors';
import type { Py, PyDictionary } from '../../../value/Py';
import { compileAttribute } from './compileAttribute';
import { displayList } from './displayList';
import type { Code } from '../../machine/CallFrame';
import { spreadItems } from '../../operations/iterate';
import { truthOf } from '../../operations/truthOf';
import { compare } from '../../operations/compare';
import { operateUnary } from '../../operations/operate';
import { compileBinary } from './compileBinary';
import { compileCall } from './compileCall';
import { compileComprehension } from './compileComprehension';
import { compileFormat } from './compileFormat';
import { compileLambda } from '../flow/compileFunction';
import { compileSubscript } from '../target/compileIndex';
import { compileName, compileStoreName } from '../target/compileName';
import type { Unit } from '../target/Unit';

export function compileExpression(expression: Expression, unit: Unit): Code {
  const { machine } = unit;
  const { range } = expression;
  const inner = (each: Expression): Code => compileExpression(each, unit);
  switch (expression.type) {
    case 'number':
      return compileNumber(expression, unit);
    case 'text':
      return constant({ kind: 'text', value: expression.value }, expression, unit);
    case 'constant':
      if (expression.value === 'None') return () => NONE;
      return constant(expression.value === '...' ? ELLIPSIS : pyBool(expression.value === 'True'), expression, unit);
    case 'name':
      return compileName(expression.name, range, unit);
    case 'list':
    case 'tuple': {
      const items = compileItems(expression.items, unit);
      return (frame) => ({ kind: expression.type, items: items(frame) });
    }
    case 'set':
      return compileSetDisplay(expression, unit);
    case 'display':
      return compileDisplay(expression, unit);
    case 'dictionary':
      return compileDictionary(expression, unit);
    case 'unary':
      return compileUnary(expression, unit);
    case 'binary':
      return compileBinary(expression, unit);
    case 'chain':
      return compileChain(expression, unit);
    case 'logic':
      return compileLogic(expression, unit);
    case 'choice': {
      const [test, yes, no] = [inner(expression.test), inner(expression.yes), inner(expression.no)];
      return (frame) => (truthOf(test(frame), machine) ? yes(frame) : no(frame));
    }
    case 'member':
      return compileMember(expression, unit);
    case 'subscript':
      return compileSubscript(expression, unit);
    case 'call':
      return compileCall(expression, unit);
    case 'lambda':
      return compileLambda(expression, unit);
    case 'comprehension':
      return compileComprehension(expression, unit);
    case 'format':
      return compileFormat(expression.parts, range, unit);
    case 'walrus':
      return compileWalrus(expression, unit);
    case 'yield':
      return refused(msg('yield is supported as a statement or on the right of an assignment'), expression, unit);
    case 'unsupported':
      return refused(msg('{0} is not supported', machine.text.slice(...range).slice(0, 60)), expression, unit);
  }
}

function compileNumber(expression: Extract<Expression, { type: 'number' }>, unit: Unit): Code {
  const { value, whole } = expression;
  return constant({ kind: 'number', value, dtype: whole ? 'int64' : 'float64' }, expression, unit);
}

function compileSetDisplay(expression: Extract<Expression, { type: 'set' }>, unit: Unit): Code {
  const { machine } = unit;
  const { range } = expression;
  const items = compileItems(expression.items, unit);
  // CPython makes a set of three or more constants from a constant set, which is a copy of another one.
  const isFolded =
    expression.items.length > 2 && expression.items.every(({ value, spread }) => !spread && isConstant(value));
  return (frame) => {
    const values = items(frame);
    machine.at = range;
    const made = makeSet(values);
    return isFolded ? copySet(makeSet(made.entries.pairs.map(([, item]) => item))) : made;
  };
}

function isConstant(item: Expression): boolean {
  switch (item.type) {
    case 'number':
    case 'text':
    case 'constant':
      return true;
    case 'unary':
      return isConstant(item.operand);
    case 'binary':
      return isConstant(item.left) && isConstant(item.right);
    case 'tuple':
      return item.items.every(({ value }) => isConstant(value));
    default:
      return false;
  }
}

function compileDisplay({ display, range }: Extract<Expression, { type: 'display' }>, { machine }: Unit): Code {
  return () => {
    machine.at = range;
    machine.context.allocate(display.array.shape);
    return displayList(display, machine.text);
  };
}

function compileUnary(expression: Extract<Expression, { type: 'unary' }>, unit: Unit): Code {
  const { machine } = unit;
  const { range } = expression;
  const operand = compileExpression(expression.operand, unit);
  if (expression.operator === 'not') return (frame) => pyBool(!truthOf(operand(frame), machine));
  const { operator } = expression;
  return (frame) => {
    const value = operand(frame);
    machine.at = range;
    return operateUnary(operator, value, machine);
  };
}

function compileChain(expression: Extract<Expression, { type: 'chain' }>, unit: Unit): Code {
  const { machine } = unit;
  const { range } = expression;
  const operands = expression.operands.map((each) => compileExpression(each, unit));
  return (frame) => {
    let left = operands[0]!(frame);
    let result: Py = NONE;
    for (let i = 1; i < operands.length; i++) {
      const right = operands[i]!(frame);
      machine.at = range;
      result = compare(expression.operators[i - 1]!, left, right, machine);
      if (i < operands.length - 1 && !truthOf(result, machine)) return result;
      left = right;
    }
    return result;
  };
}

function compileLogic(expression: Extract<Expression, { type: 'logic' }>, unit: Unit): Code {
  const { machine } = unit;
  const [left, right] = [compileExpression(expression.left, unit), compileExpression(expression.right, unit)];
  const stops = expression.operator === 'or';
  return (frame) => {
    const value = left(frame);
    machine.at = expression.left.range;
    return truthOf(value, machine) === stops ? value : right(frame);
  };
}

function compileMember(expression: Extract<Expression, { type: 'member' }>, unit: Unit): Code {
  const { machine } = unit;
  const { range } = expression;
  const object = compileExpression(expression.object, unit);
  const read = compileAttribute(unit.scope.attributeName(expression.name), machine);
  return (frame) => {
    const value = object(frame);
    machine.at = range;
    return read(value);
  };
}

function compileWalrus(expression: Extract<Expression, { type: 'walrus' }>, unit: Unit): Code {
  const { range } = expression;
  const value = compileExpression(expression.value, unit);
  const store = compileStoreName(expression.name, unit);
  return (frame) => {
    const found = value(frame);
    store(frame, found, range);
    return found;
  };
}

/** Items of a display, with starred ones unpacked. */
function compileItems(items: readonly Item[], unit: Unit): (frame: Parameters<Code>[0]) => Py[] {
  const codes = items.map(({ value }) => compileExpression(value, unit));
  const { machine } = unit;
  if (!items.some(({ spread }) => spread)) {
    return (frame) => {
      const values = new Array<Py>(codes.length);
      for (let i = 0; i < codes.length; i++) values[i] = codes[i]!(frame);
      machine.context.spend(codes.length);
      return values;
    };
  }
  return (frame) =>
    codes.flatMap((code, index) => (items[index]!.spread ? spreadItems(code(frame), machine) : [code(frame)]));
}

function constant(value: Py, { range }: Expression, { machine }: Unit): Code {
  if (value.kind !== 'number' || value.dtype !== 'int64' || Number.isSafeInteger(value.value)) return () => value;
  return () => {
    machine.at = range;
    throw new LensError(msg('integers beyond 2^53 are not supported: {0}', machine.text.slice(...range)));
  };
}

function refused(message: ReturnType<typeof msg>, { range }: Expression, { machine }: Unit): Code {
  return () => {
    machine.at = range;
    throw new LensError(message);
  };
}

function compileDictionary({ entries, range }: Extract<Expression, { type: 'dictionary' }>, unit: Unit): Code {
  const { machine } = unit;
  const codes = entries.map(({ key, value }) => ({
    key: key && compileExpression(key, unit),
    value: compileExpression(value, unit),
  }));
  return (frame) => {
    const made: PyDictionary = { kind: 'dictionary', entries: new Map() };
    machine.context.spend(codes.length);
    for (const { key, value } of codes) {
      const name = key?.(frame);
      const found = value(frame);
      machine.at = range;
      if (name) setEntry(made, name, found);
      else merge(made, found);
    }
    return made;
  };
}

function merge(made: PyDictionary, found: Py): void {
  if (found.kind !== 'dictionary') throw typeError(`'${typeName(found)}' object is not a mapping`);
  for (const [hash, value] of found.entries) {
    const key = found.keys?.get(hash);
    if (key) (made.keys ??= new Map()).set(hash, key);
    made.entries.set(hash, value);
  }
}
