/** Compiles `for` and `while`. */
import type { Statement } from '../../../syntax/tree/ast';
import type { Py } from '../../../value/Py';
import { closeGenerator } from '../../objects/generatorObject';
import { BREAK, NEXT, RETURN, type CallFrame, type Completion, type Exec } from '../../machine/CallFrame';
import { iteratorOf } from '../../operations/iterate';
import { truthOf } from '../../operations/truthOf';
import { compileStore } from '../target/compileStore';
import type { Unit } from '../target/Unit';

export function compileFor(statement: Extract<Statement, { type: 'for' }>, unit: Unit): Exec {
  const { machine } = unit;
  const { range } = statement;
  const over = unit.expression(statement.over);
  const store = compileStore(statement.target, unit);
  const body = unit.block(statement.body);
  const orElse = unit.block(statement.orElse);
  const place = statement.over.range;
  // CPython closes a generator that only the loop refers to when the loop ends early.
  const temporary = statement.over.type === 'call';
  return (frame) => {
    const items = over(frame);
    if (!temporary || items.kind !== 'iterator') return loop(frame, items);
    try {
      return loop(frame, items);
    } finally {
      if (machine.suspended.has(items)) closeGenerator(items);
    }
  };

  function loop(frame: CallFrame, items: Py): Completion {
    machine.at = place;
    const next = iteratorOf(items, machine);
    for (let item = next(); item !== undefined; item = next()) {
      machine.context.spendStatement(range);
      store(frame, item, place);
      const outcome = body(frame);
      if (outcome === BREAK) return NEXT;
      if (outcome === RETURN) return RETURN;
      machine.at = place;
    }
    return orElse(frame);
  }
}

export function compileWhile(statement: Extract<Statement, { type: 'while' }>, unit: Unit): Exec {
  const { machine } = unit;
  const { range } = statement;
  const test = unit.expression(statement.test);
  const body = unit.block(statement.body);
  const orElse = unit.block(statement.orElse);
  return (frame) => {
    while (truthOf(test(frame), machine)) {
      machine.context.spendStatement(range);
      const outcome = body(frame);
      if (outcome === BREAK) return NEXT;
      if (outcome === RETURN) return RETURN;
    }
    return orElse(frame);
  };
}
