/** What an opening bracket begins: an array, an object, a type, a call's arguments or a block of code. */
import { msg } from '../../../message';
import type { Dialect } from '../types/Dialect';
import { problem } from '../types/Problem';
import { skipBrackets } from '../scan/skip';
import { startsNumeric } from '../scan/startsNumeric';
import { behindEmptyBraces, behindPrefix } from './braces';
import { withDeclaredShape } from './declaredShape';
import { readHead } from './readHead';
import { opensKeys, readObject, type ReadObject } from './readObject';
import { scanBrackets } from './scanBrackets';
import { StatementCursor } from './StatementCursor';

export class BracketCursor extends StatementCursor {
  protected bracket(): void {
    const { text, dialect } = this;
    const head = readHead(text.slice(this.head, this.at));
    const opener = text[this.at]!;
    if (opener === '[' && hasObjects(dialect) && /^\[\s*\{/.test(text.slice(this.at, this.at + 40))) {
      this.leave(this.at + 1);
      this.at++;
      return;
    }
    const prefix = opener === '{' ? undefined : behindPrefix(text, this.at, dialect);
    if (prefix !== undefined) {
      this.at = prefix;
      return;
    }
    const isProse = head.kind === 'prose';
    if (opener !== '{' && opensKeys(text, this.at) && this.brace(head.name)) return;
    if (opener === '(' && (!dialect.tuples || isProse || /\w/.test(text[this.at - 1] ?? ''))) {
      if (/[\w\])]/.test(text[this.at - 1] ?? '') || !dialect.guessed) this.open += '(';
      this.at++;
      return;
    }
    // A type after a name: `let w: [[f32; 2]; 2] = …`.
    if (
      opener === '[' &&
      /:\s*$/.test(text.slice(Math.max(this.head, this.at - 8), this.at)) &&
      !startsNumeric(text, this.at, dialect)
    ) {
      this.at = skipBrackets(text, this.at + 1, 1, dialect);
      return;
    }
    if (opener === '{' && this.brace(head.name)) return;
    // The targets of an assignment: `[rows, cols] = size(A)`, `const [a, b] = f(x)`.
    TARGETS.lastIndex = this.at;
    if (TARGETS.test(text)) {
      this.at = TARGETS.lastIndex;
      this.head = this.at;
      return;
    }
    this.list(isProse);
  }

  /** Reads or passes over braces that are not an array's; false where they are. `name`: what the braces are assigned to. */
  private brace(name: string | undefined): boolean {
    const { text, dialect, at } = this;
    const object = readObject(text, at, dialect);
    if (object) {
      if ('detail' in object) this.refuse(object, object.end);
      else this.keepObject(object, name);
      return true;
    }
    const empty = dialect.braces === 'dictionary' ? behindEmptyBraces(text, at, dialect) : undefined;
    if (empty !== undefined) {
      this.emptyDictionary(name, empty);
      return true;
    }
    const isNumeric = startsNumeric(text, at, dialect);
    if (isNumeric && (dialect.braces === 'cell' || dialect.braces === 'dictionary')) {
      const what =
        dialect.braces === 'cell'
          ? msg('a cell array is not an array of numbers')
          : msg('a set has no order; write a list');
      this.refuse(problem('notArray', what, at, at + 1), skipBrackets(text, at + 1, 1, dialect));
      return true;
    }
    if (dialect.braces === 'array' && (isNumeric || this.isInitializer())) return false;
    this.open += '{';
    this.leave(at + 1);
    this.at++;
    return true;
  }

  /** Braces in braces behind `=` or a type: a part of them that can be read is not the array. */
  private isInitializer(): boolean {
    const { text, head, at } = this;
    return (
      /^\{\s*\{/.test(text.slice(at, at + 40)) &&
      /(?:=|(?:\]|(?<![-=])>)\s*\w*)\s*$/.test(text.slice(Math.max(head, at - 40), at))
    );
  }

  private keepObject(object: ReadObject, name: string | undefined): void {
    const [only, ...others] = object.arrays;
    const isItself = only && others.length === 0 && only.name === undefined && isOwnName(name);
    this.out.arrays.push(...(isItself ? [{ ...only, name }] : object.arrays));
    this.out.problems.push(...object.problems);
    if (isOwnName(name)) this.out.values[name] = object.value;
    else this.keepEntries(object, this.at);
    this.at = object.end;
    this.head = this.at;
  }

  /** The entries of an object without a name keep their own names. */
  private keepEntries({ value, arrays, end }: ReadObject, start: number): void {
    Object.assign(this.out.values, value);
    if (!arrays.length)
      this.out.problems.push(problem('notArray', msg('there is no array in these braces'), start, end));
  }

  private emptyDictionary(name: string | undefined, end: number): void {
    const cause = problem('empty', msg('an empty dictionary is not an array'), this.at, end);
    if (!isOwnName(name)) return this.refuse(cause, end);
    this.out.values[name] = {};
    this.at = end;
    this.head = end;
  }

  private list(isProse: boolean): void {
    const { text, dialect, at: start } = this;
    const nested = scanBrackets(text, start, dialect);
    if ('problem' in nested) {
      // Names, a size in a sentence, and a sum: `(width, height)`, `[32x32x3]`, `(4 + 8) / 2`.
      const inner = text.slice(start + 1, nested.end - 1);
      const isWords =
        dialect.guessed === true &&
        (!/\d/.test(inner) ||
          (!/[,;]/.test(inner) && text[start] === '(') ||
          (/^\s*(?!nan|inf|true|false)[A-Za-z]/i.test(inner) && text[start] === '(') ||
          (isProse && !/[,;\s]/.test(inner)));
      if ((isProse && !startsNumeric(text, start, dialect)) || isWords) this.at = nested.end;
      else this.refuse(nested.problem, nested.end);
      return;
    }
    const array =
      text[start] === '{' ? withDeclaredShape(nested.array, text.slice(this.head, start), text) : nested.array;
    if ('text' in array) {
      this.refuse(problem('shape', array, start, nested.end), nested.end);
      return;
    }
    const dtype = nested.kind === 'bool' ? 'bool' : undefined;
    this.accept(
      { array, ranges: nested.ranges, range: [start, nested.end], ...(dtype && { dtype }) },
      nested.end,
      false,
    );
  }
}

const TARGETS = /\[[ \t]*[A-Za-z_~]\w*(?:[ \t,]+[A-Za-z_~]\w*)*[ \t]*\][ \t]*=(?![=>])/y;

/** Whether a value can be kept under a name: it has one, and not that of an object's prototype. */
export function isOwnName(name: string | undefined): name is string {
  return name !== undefined && name !== '__proto__';
}

function hasObjects({ braces }: Dialect): boolean {
  return braces === 'object' || braces === 'dictionary';
}
