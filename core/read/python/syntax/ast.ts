/** The part of Python that is read, as a tree of our own: small, typed, and free of the parser's details. */
import type { TextRange } from '../../ParseResult';
import type { Display } from './display';

interface Node {
  readonly range: TextRange;
}

export type BinaryOperator =
  | '+'
  | '-'
  | '*'
  | '/'
  | '//'
  | '%'
  | '**'
  | '@'
  | '&'
  | '|'
  | '^'
  | '<<'
  | '>>'
  | '=='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>='
  | 'in'
  | 'not in'
  | 'is'
  | 'is not';

export type Expression =
  | (Node & { readonly type: 'number'; readonly value: number; readonly whole: boolean })
  | (Node & { readonly type: 'text'; readonly value: string })
  | (Node & { readonly type: 'constant'; readonly value: 'None' | 'True' | 'False' | '...' })
  | (Node & { readonly type: 'name'; readonly name: string })
  | (Node & { readonly type: 'list' | 'tuple'; readonly items: readonly Item[] })
  | (Node & { readonly type: 'display'; readonly display: Display })
  | (Node & { readonly type: 'dictionary'; readonly entries: readonly Entry[] })
  | (Node & { readonly type: 'unary'; readonly operator: '-' | '+' | '~' | 'not'; readonly operand: Expression })
  | (Node & {
      readonly type: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    })
  | (Node & {
      readonly type: 'logic';
      readonly operator: 'and' | 'or';
      readonly left: Expression;
      readonly right: Expression;
    })
  | (Node & { readonly type: 'choice'; readonly test: Expression; readonly yes: Expression; readonly no: Expression })
  | (Node & { readonly type: 'member'; readonly object: Expression; readonly name: string })
  | (Node & { readonly type: 'subscript'; readonly object: Expression; readonly index: Index })
  | (Node & { readonly type: 'call'; readonly callee: Expression; readonly args: readonly Argument[] })
  /** Valid Python that is not evaluated: a lambda, a comprehension, an f-string. */
  | (Node & { readonly type: 'unsupported' });

export interface Item {
  readonly value: Expression;
  readonly spread: boolean;
}

/** A missing key is `**value`. */
export interface Entry {
  readonly key: Expression | undefined;
  readonly value: Expression;
}

export interface Argument {
  readonly name?: string;
  readonly spread: '' | '*' | '**';
  readonly value: Expression;
}

export interface SliceExpression extends Node {
  readonly type: 'slice';
  readonly start: Expression | undefined;
  readonly stop: Expression | undefined;
  readonly step: Expression | undefined;
}

/** One index, or the several of a tuple. */
export interface Index {
  readonly items: readonly (Expression | SliceExpression)[];
  readonly many: boolean;
}

export type Statement =
  | (Node & { readonly type: 'assign'; readonly targets: readonly Expression[]; readonly value: Expression })
  | (Node & {
      readonly type: 'update';
      readonly target: Expression;
      readonly operator: BinaryOperator;
      readonly value: Expression;
    })
  | (Node & { readonly type: 'expression'; readonly value: Expression })
  | (Node & { readonly type: 'import'; readonly bindings: readonly { readonly name: string; readonly path: string }[] })
  | (Node & {
      readonly type: 'for';
      readonly target: Expression;
      readonly over: Expression;
      readonly body: readonly Statement[];
    })
  | (Node & {
      readonly type: 'if';
      readonly branches: readonly { readonly test: Expression | undefined; readonly body: readonly Statement[] }[];
    })
  | (Node & { readonly type: 'block'; readonly body: readonly Statement[] })
  /** A function or class: not run, but its name is known, and whether it may draw random numbers. */
  | (Node & { readonly type: 'define'; readonly name: string; readonly draws: boolean })
  | (Node & { readonly type: 'break' | 'continue' | 'pass' })
  /** Evaluated for the random numbers and layer calls in it only: an assertion. */
  | (Node & { readonly type: 'observe'; readonly values: readonly Expression[] })
  /** `while`, `try`, …: what it may assign is unknown afterwards. */
  | (Node & { readonly type: 'skipped'; readonly keyword: string; readonly names: readonly string[] });
