/** Functions of MATLAB, Julia and R as Python's. */
import { pythonName } from '../pythonName';
import { AssignmentTranslator } from './AssignmentTranslator';
import { hasOwnEnd, parametersAt } from './functionParts';
import { BLOCK_ENDS } from './programWords';

export abstract class FunctionTranslator extends AssignmentTranslator {
  /** What the function around the cursor returns. */
  private returned: readonly string[] = [];

  /** A statement of a block. */
  protected abstract inner(depth: number): void;

  /** The statements of a block up to one of these words. */
  protected abstract body(depth: number, ends: RegExp): void;

  protected returns(depth: number, start: number): void {
    const { cursor } = this;
    cursor.at += 1;
    const isBare = /^(?:\n|;|end|)$/.test(cursor.peek());
    if (cursor.language === 'matlab') return this.emit(depth, `return ${this.returned.join(', ')}`, start);
    if (isBare) return this.emit(depth, 'return', start);
    const values = [this.expressions.value()];
    while (cursor.language === 'julia' && cursor.accepts(',')) values.push(this.expressions.value());
    this.emit(depth, `return ${values.join(', ')}`, start);
  }

  /** `function out = f(x, k)`, `function [a, b] = f(x)`, Julia's `function f(x::Matrix; stride = 1)`. */
  protected definition(depth: number, start: number): void {
    const { cursor } = this;
    cursor.at += 1;
    let outputs: string[] = [];
    if (cursor.language === 'matlab') {
      const equals = cursor.tokens.slice(cursor.at).findIndex(({ text }) => text === '=' || text === '\n');
      if (cursor.tokens[cursor.at + equals]?.text === '=') {
        const written = cursor.tokens.slice(cursor.at, cursor.at + equals);
        outputs = written.filter(({ kind }) => kind === 'name').map(({ text }) => text);
        cursor.at += equals + 1;
      }
    }
    const name = cursor.name();
    this.functionOf(depth, start, name, outputs);
  }

  protected functionOf(depth: number, start: number, name: string, outputs: readonly string[]): void {
    const { cursor, expressions } = this;
    const parameters = parametersAt(this.expressions);
    outputs.forEach((output) => expressions.variables.add(output));
    const outer = this.returned;
    this.returned = outputs.map(pythonName);
    this.emit(depth, `def ${pythonName(name)}(${parameters.map(({ py }) => py).join(', ')}):`, start);
    for (const { name: own, later } of parameters)
      if (later !== undefined) this.emit(depth + 1, `if ${own} is None: ${own} = ${later}`, start);
    if (cursor.language !== 'julia')
      for (const { name: own } of parameters) this.emit(depth + 1, `${own} = _copy(${own})`, start);
    const kept = this.lines.length;
    if (cursor.language === 'matlab' && !hasOwnEnd(cursor)) {
      for (cursor.skipLines(); cursor.next && cursor.peek() !== 'function'; cursor.skipLines()) this.inner(depth + 1);
    } else {
      this.body(depth + 1, BLOCK_ENDS);
      if (cursor.language !== 'r') cursor.at += 1;
    }
    if (cursor.language === 'matlab') this.emit(depth + 1, `return ${this.returned.join(', ')}`, start);
    else this.returnLast(kept);
    this.returned = outer;
  }

  /** The value of the last statement is the function's. */
  private returnLast(kept: number): void {
    const last = this.lines.at(-1);
    if (!last || this.lines.length <= kept) return;
    const [, indent = '', py = ''] = /^(\s*)(.*)$/.exec(last.py)!;
    if (/^(?:return|pass|for|while|def|break|continue|\w+ = )\b/.test(py) || /^[^(]*[^=<>!]=(?!=)/.test(py)) return;
    this.lines[this.lines.length - 1] = { ...last, py: `${indent}return ${py}` };
  }

  protected shortFunction(depth: number, start: number, name: string): void {
    const { cursor, expressions } = this;
    cursor.at += 1;
    const parameters = parametersAt(this.expressions);
    expressions.functions.add(name);
    cursor.requires('=');
    const value = expressions.value();
    this.emit(depth, `def ${pythonName(name)}(${parameters.map(({ py }) => py).join(', ')}):`, start);
    this.emit(depth + 1, `return ${value}`, start);
  }
}
