/** Runs statements one after the other. What fails is named, what depends on it is unknown, the rest goes on. */
import { LensError, msg } from '../../../message';
import type { TextRange } from '../../ParseResult';
import { toFlag } from '../library/coerce';
import { canonicalPath, courseFunction, memberOf } from '../library/namespaces';
import { binary, updateArray } from '../library/operators';
import type { Expression, Statement } from '../syntax/ast';
import type { Py } from '../value';
import { assignedNames } from './assignedNames';
import { setAttribute } from './attributes';
import { Unavailable, type Context } from './Context';
import { Evaluator } from './Evaluator';
import { iterate } from './iterate';
import type { Scope } from './Scope';
import { setItemOf } from './subscripts';

type Outcome = 'next' | 'break' | 'continue';

/** The value of a statement that is only an expression. */
export interface LooseValue {
  readonly value: Py;
  readonly range: TextRange;
}

export class Interpreter {
  readonly loose: LooseValue[] = [];
  private readonly evaluator: Evaluator;
  private loops = 0;

  constructor(
    text: string,
    private readonly scope: Scope,
    private readonly context: Context,
  ) {
    this.evaluator = new Evaluator(text, scope, context);
  }

  runAll(statements: readonly Statement[]): Outcome {
    for (const statement of statements) {
      const outcome = this.run(statement);
      if (outcome !== 'next') return outcome;
    }
    return 'next';
  }

  private run(statement: Statement): Outcome {
    try {
      this.context.spendStatement(statement.range);
      return this.execute(statement);
    } catch (error) {
      if (error instanceof LensError) this.context.report(error, statement.range);
      else if (!(error instanceof Unavailable)) throw error;
      for (const name of assignedNames([statement])) this.scope.forget(name, statement.range);
      // One failed step makes the whole loop's results unknown.
      if (this.loops > 0) throw new Unavailable();
      return 'next';
    }
  }

  private execute(statement: Statement): Outcome {
    switch (statement.type) {
      case 'assign': {
        const value = this.evaluator.evaluate(statement.value);
        for (const target of statement.targets) this.assign(target, value, statement.value.range);
        return 'next';
      }
      case 'update':
        this.update(statement);
        return 'next';
      case 'expression':
        this.expression(statement.value);
        return 'next';
      case 'import':
        for (const { name, path } of statement.bindings) this.bind(name, canonicalPath(path), statement.range);
        return 'next';
      case 'for':
        return this.loop(statement);
      case 'if': {
        const branch = statement.branches.find(({ test }) => !test || toFlag(this.evaluator.evaluate(test)));
        return branch ? this.runAll(branch.body) : 'next';
      }
      case 'block':
        return this.runAll(statement.body);
      case 'define':
        this.define(statement);
        return 'next';
      case 'observe':
        this.context.quietly(() => statement.values.forEach((value) => this.evaluator.attempt(value)));
        return 'next';
      case 'break':
      case 'continue':
        return statement.type;
      case 'pass':
        return 'next';
      case 'skipped':
        throw new LensError(msg('{0} is not evaluated here', statement.keyword));
    }
  }

  private expression(expression: Expression): void {
    if (isBare(expression)) return;
    const value = this.evaluator.evaluate(expression);
    const plain = expression.type === 'member' || expression.type === 'subscript';
    if (!plain) this.loose.push({ value, range: expression.range });
  }

  private assign(target: Expression, value: Py, range: TextRange): void {
    switch (target.type) {
      case 'name':
        this.scope.set(target.name, value, range);
        return;
      case 'list':
      case 'tuple':
        this.unpack(target, value, range);
        return;
      case 'subscript':
        setItemOf(this.evaluator.evaluate(target.object), this.evaluator.indexOf(target.index), value, this.context);
        return;
      case 'member':
        setAttribute(this.evaluator.evaluate(target.object), target.name, value, this.context);
        return;
      default:
        throw new LensError(msg('nothing can be assigned to this'), undefined, target.range);
    }
  }

  private unpack(
    { items, range: place }: Extract<Expression, { type: 'list' | 'tuple' }>,
    value: Py,
    range: TextRange,
  ): void {
    const parts = iterate(value, this.context);
    const star = items.findIndex(({ spread }) => spread);
    if (star < 0 ? parts.length !== items.length : parts.length < items.length - 1) {
      throw new LensError(msg('{0} values do not fit {1} names', parts.length, items.length), undefined, place);
    }
    const extra = parts.length - items.length + 1;
    items.forEach((item, index) => {
      if (index === star) this.assign(item.value, { kind: 'list', items: parts.slice(star, star + extra) }, range);
      else this.assign(item.value, parts[star >= 0 && index > star ? index + extra - 1 : index]!, range);
    });
  }

  /** `x += 1` changes an array itself, with all its views. */
  private update({ target, operator, value, range }: Extract<Statement, { type: 'update' }>): void {
    const current = this.evaluator.evaluate(target);
    const operand = this.evaluator.evaluate(value);
    if (current.kind === 'array' && target.type === 'name') updateArray(operator, current, operand, this.context);
    else this.assign(target, binary(operator, current, operand, this.context), range);
  }

  private loop({ target, over, body, range }: Extract<Statement, { type: 'for' }>): Outcome {
    const items = iterate(this.evaluator.evaluate(over), this.context);
    this.loops += 1;
    try {
      for (const item of items) {
        this.context.spendStatement(range);
        this.assign(target, item, over.range);
        if (this.runAll(body) === 'break') break;
      }
    } finally {
      this.loops -= 1;
    }
    return 'next';
  }

  /** A function of the text is not run; where it is one of the course's, ours serves. */
  private define({ name, draws, range }: Extract<Statement, { type: 'define' }>): void {
    if (courseFunction(name)) return;
    const call = (): never => {
      throw new LensError(msg('{0} is defined in this text; functions of the text are not run', name));
    };
    this.scope.set(name, { kind: 'function', name, call, ...(draws && { random: this.context.random }) }, range);
  }

  private bind(name: string, path: string, range: TextRange): void {
    const short = path.split('.').pop()!;
    const member = memberOf(path, this.context) ?? courseFunction(short);
    this.scope.set(name, member ?? { kind: 'namespace', path }, range);
  }
}

/** Names alone, `x` or `x, y`, do nothing; in pasted text they are headings. */
function isBare(expression: Expression): boolean {
  return (
    expression.type === 'name' || (expression.type === 'tuple' && expression.items.every(({ value }) => isBare(value)))
  );
}
