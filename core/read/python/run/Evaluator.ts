/** Evaluates expressions. Every LensError that leaves it carries the place of the innermost expression that failed. */
import { LensError, msg } from '../../../message';
import { toFlag, requireKnown, toInteger } from '../library/coerce';
import { SHOWING } from '../library/builtins';
import { binary, unary } from '../library/operators';
import type { Arguments, PassedArgument } from '../library/signature';
import type { Argument, Expression, Index, Item } from '../syntax/ast';
import { ELLIPSIS, NONE, boolean, describe, type Py } from '../value';
import { attributeOf } from './attributes';
import { callValue } from './callValue';
import { Unavailable, type Context } from './Context';
import { displayList } from './displayList';
import { iterate } from './iterate';
import type { Scope } from './Scope';
import { itemOf, type IndexValue } from './subscripts';

export class Evaluator {
  constructor(
    private readonly text: string,
    readonly scope: Scope,
    readonly context: Context,
  ) {}

  /** Throws a LensError with a range, or Unavailable. */
  evaluate(expression: Expression): Py {
    try {
      return this.dispatch(expression);
    } catch (error) {
      if (error instanceof LensError && !error.range) throw new LensError(error.detail, error.field, expression.range);
      throw error;
    }
  }

  indexOf({ items, many }: Index): IndexValue {
    const parts = items.map((item): Py => {
      if (item.type !== 'slice') return this.evaluate(item);
      const bound = (part: Expression | undefined): number | undefined => {
        const value = part && this.evaluate(part);
        return value === undefined || value.kind === 'none' ? undefined : toInteger(value);
      };
      return { kind: 'slice', start: bound(item.start), stop: bound(item.stop), step: bound(item.step) };
    });
    const [first] = parts;
    // x[(1, 2)] is x[1, 2].
    return !many && first?.kind === 'tuple' ? first.items : parts;
  }

  private dispatch(expression: Expression): Py {
    switch (expression.type) {
      case 'number':
        return numberValue(expression.value, expression.whole);
      case 'text':
        return { kind: 'text', value: expression.value };
      case 'constant':
        if (expression.value === 'None') return NONE;
        return expression.value === '...' ? ELLIPSIS : boolean(expression.value === 'True');
      case 'name': {
        const value = this.scope.get(expression.name, expression.range);
        requireKnown(value);
        return value;
      }
      case 'list':
      case 'tuple':
        return { kind: expression.type, items: this.items(expression.items) };
      case 'display':
        this.context.allocate(expression.display.array.shape);
        return displayList(expression.display);
      case 'dictionary':
        return { kind: 'dictionary', entries: this.entries(expression) };
      case 'unary':
        return unary(expression.operator, this.evaluate(expression.operand), this.context);
      case 'binary':
        return binary(
          expression.operator,
          this.evaluate(expression.left),
          this.evaluate(expression.right),
          this.context,
        );
      case 'logic': {
        const left = this.evaluate(expression.left);
        return toFlag(left) === (expression.operator === 'or') ? left : this.evaluate(expression.right);
      }
      case 'choice':
        return this.evaluate(toFlag(this.evaluate(expression.test)) ? expression.yes : expression.no);
      case 'member':
        return attributeOf(this.evaluate(expression.object), expression.name, this.context);
      case 'subscript':
        return itemOf(this.evaluate(expression.object), this.indexOf(expression.index), this.context);
      case 'call':
        return this.call(expression);
      case 'unsupported':
        throw new LensError(msg('{0} is not evaluated here', this.written(expression)));
    }
  }

  private call(expression: Extract<Expression, { type: 'call' }>): Py {
    const { callee, range } = expression;
    if (callee.type === 'name' && SHOWING.has(callee.name)) return this.show(expression.args);
    let called: Py;
    try {
      called = this.evaluate(callee);
    } catch (error) {
      // What stands in the brackets may still draw numbers and call layers.
      this.passed(expression);
      throw error;
    }
    let args: Arguments;
    try {
      args = this.passed(expression);
    } catch (error) {
      if (called.kind === 'function') called.random?.lose();
      throw error;
    }
    try {
      return callValue(called, args, this.context);
    } catch (error) {
      if (error instanceof LensError && called.kind === 'function') called.random?.lose();
      if (error instanceof LensError && !error.range) throw new LensError(error.detail, error.field, range);
      throw error;
    }
  }

  /** Each argument for itself, so that one that fails hides no other. */
  private show(args: readonly Argument[]): Py {
    this.context.quietly(() => {
      for (const { value } of args) this.attempt(value);
    });
    return NONE;
  }

  /** For what it draws and calls only. */
  attempt(expression: Expression): void {
    try {
      this.evaluate(expression);
    } catch (error) {
      if (!(error instanceof LensError || error instanceof Unavailable)) throw error;
    }
  }

  private passed({ callee, args, range }: Extract<Expression, { type: 'call' }>): Arguments {
    const positional: PassedArgument[] = [];
    const named = new Map<string, PassedArgument>();
    for (const { name, spread, value: expression } of args) {
      const value = this.evaluate(expression);
      const place = expression.range;
      if (spread === '*')
        positional.push(...iterate(value, this.context).map((item) => ({ value: item, range: place })));
      else if (spread === '**') {
        if (value.kind !== 'dictionary')
          throw new LensError(msg('a dictionary is needed, not {0}', describe(value)), undefined, place);
        for (const [key, item] of value.entries) named.set(String(key), { value: item, range: place });
      } else if (name !== undefined) named.set(name, { value, range: place });
      else positional.push({ value, range: place });
    }
    return { callee: this.written(callee), range, positional, named };
  }

  private items(items: readonly Item[]): Py[] {
    this.context.spend(items.length);
    return items.flatMap(({ value, spread }) => {
      const item = this.evaluate(value);
      return spread ? iterate(item, this.context) : [item];
    });
  }

  private entries({ entries }: Extract<Expression, { type: 'dictionary' }>): Map<string | number, Py> {
    const map = new Map<string | number, Py>();
    for (const { key, value } of entries) {
      const item = this.evaluate(value);
      if (!key) {
        if (item.kind !== 'dictionary')
          throw new LensError(msg('a dictionary is needed, not {0}', describe(item)), undefined, value.range);
        for (const [name, inner] of item.entries) map.set(name, inner);
        continue;
      }
      const name = this.evaluate(key);
      if (name.kind !== 'text' && name.kind !== 'number') {
        throw new LensError(msg('a key must be a string or a number, not {0}', describe(name)), undefined, key.range);
      }
      map.set(name.value, item);
    }
    return map;
  }

  /** As it stands in the text, shortened. */
  private written({ range: [start, end] }: Expression): string {
    const source = this.text.slice(start, Math.min(end, start + 60)).replace(/\s+/g, ' ');
    return end - start > 60 ? `${source}…` : source;
  }
}

function numberValue(value: number, whole: boolean): Py {
  if (whole && !Number.isSafeInteger(value)) {
    throw new LensError(msg('whole numbers beyond 2^53 are not exact here: {0}', value));
  }
  return { kind: 'number', value, dtype: whole ? 'int64' : 'float64' };
}
