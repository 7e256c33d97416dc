/** Compiles comprehensions and generator expressions. Each has its own frame. */
import { makeSet, setEntry } from '../../../value/hashKey';
import type { Expression } from '../../../syntax/tree/ast';
import { pyList, pyTuple } from '../../../value/constructors';
import type { Py, PyDictionary } from '../../../value/Py';
import { CallFrame, type Code, type Store } from '../../machine/CallFrame';
import { iteratorOf } from '../../operations/iterate';
import type { Machine } from '../../machine/Machine';
import { truthOf } from '../../operations/truthOf';
import { targetNames } from '../../../syntax/tree/boundNames';
import { compileStore } from '../target/compileStore';
import { Scope } from '../../machine/Scope';
import type { Unit } from '../target/Unit';

interface CompiledClause {
  readonly over: Code;
  readonly store: Store;
  readonly tests: readonly Code[];
  readonly range: readonly [number, number];
}

type Comprehension = Extract<Expression, { type: 'comprehension' }>;

const WORK_PER_ITEM = 100;

export function compileComprehension(expression: Comprehension, unit: Unit): Code {
  const { machine } = unit;
  const scope = Scope.body(
    'function',
    unit.scope,
    expression.clauses.flatMap(({ target }) => targetNames(target)),
    [],
  );
  const own = unit.within(scope);
  const clauses = expression.clauses.map(({ target, over, tests }, index): CompiledClause => ({
    over: (index === 0 ? unit : own).expression(over),
    store: compileStore(target, own),
    tests: tests.map((test) => own.expression(test)),
    range: over.range,
  }));
  const element = elementOf(expression, own);
  return (frame) => {
    // The first iterable is evaluated outside and its iterator taken, at once.
    const first = clauses[0]!.over(frame);
    machine.at = clauses[0]!.range;
    const items = produce(
      clauses,
      iteratorOf(first, machine),
      element,
      new CallFrame(scope.slots.size, frame),
      machine,
    );
    return collect(expression.makes, items, machine);
  };
}

function elementOf({ key, element }: Comprehension, unit: Unit): Code {
  const value = unit.expression(element);
  if (!key) return value;
  const name = unit.expression(key);
  return (frame) => pyTuple([name(frame), value(frame)]);
}

function collect(makes: Comprehension['makes'], items: Generator<Py, void>, machine: Machine): Py {
  switch (makes) {
    case 'list':
      return pyList([...items]);
    case 'set':
      return makeSet(items);
    case 'dictionary': {
      const made: PyDictionary = { kind: 'dictionary', entries: new Map() };
      for (const pair of items) {
        if (pair.kind === 'tuple') setEntry(made, pair.items[0]!, pair.items[1]!);
      }
      return made;
    }
    case 'generator':
      return {
        kind: 'iterator',
        type: 'generator',
        next: () => {
          machine.context.spend(1);
          const { value, done } = items.next();
          return done === true ? undefined : value;
        },
      };
  }
}

function* produce(
  clauses: readonly CompiledClause[],
  next: () => Py | undefined,
  element: Code,
  frame: CallFrame,
  machine: Machine,
  at = 0,
): Generator<Py, void> {
  const { store, tests, range } = clauses[at]!;
  const inner = clauses[at + 1];
  for (let item = next(); item !== undefined; item = next()) {
    machine.context.spend(WORK_PER_ITEM, range);
    store(frame, item, range);
    if (!tests.every((test) => truthOf(test(frame), machine))) continue;
    if (inner) yield* produce(clauses, iteratorOf(inner.over(frame), machine), element, frame, machine, at + 1);
    else yield element(frame);
  }
}
