/** Syntax tree of a program: small, typed, and independent of the parser. */
import type { TextRange } from '../../../ParseResult';
import type { ListDisplay } from '../text/display';

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
  | (Node & { readonly type: 'set'; readonly items: readonly Item[] })
  | (Node & { readonly type: 'display'; readonly display: ListDisplay })
  | (Node & { readonly type: 'dictionary'; readonly entries: readonly DictionaryEntry[] })
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
  /** `a < b < c`: every operand is evaluated at most once. */
  | (Node & {
      readonly type: 'chain';
      readonly operands: readonly Expression[];
      readonly operators: readonly BinaryOperator[];
    })
  | (Node & { readonly type: 'lambda'; readonly parameters: readonly Parameter[]; readonly body: Expression })
  | (Node & {
      readonly type: 'comprehension';
      readonly makes: 'list' | 'set' | 'dictionary' | 'generator';
      /** The key of a dictionary's entry. */
      readonly key?: Expression;
      readonly element: Expression;
      readonly clauses: readonly Clause[];
    })
  | (Node & { readonly type: 'format'; readonly parts: readonly FormatPart[] })
  | (Node & { readonly type: 'walrus'; readonly name: string; readonly value: Expression })
  | (Node & { readonly type: 'yield'; readonly value: Expression | undefined; readonly from: boolean })
  /** Valid Python that is not supported: `await`, complex numbers. */
  | (Node & { readonly type: 'unsupported' });

/** `for target in over if … if …` of a comprehension. */
export interface Clause {
  readonly target: Expression;
  readonly over: Expression;
  readonly tests: readonly Expression[];
}

/** A part of an f-string: literal text, or a value with its conversion and format. */
export type FormatPart =
  | string
  | {
      readonly value: Expression;
      readonly conversion: 'r' | 's' | 'a' | '';
      readonly spec: readonly FormatPart[];
    };

export interface Parameter {
  readonly name: string;
  readonly kind: 'positionalOnly' | 'plain' | 'keywordOnly' | 'rest' | 'keywords';
  readonly missing: Expression | undefined;
  readonly range: TextRange;
}

export interface Item {
  readonly value: Expression;
  readonly spread: boolean;
}

/** A missing key is `**value`. */
export interface DictionaryEntry {
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

/** `*index` in a subscript. */
interface SpreadExpression extends Node {
  readonly type: 'spread';
  readonly value: Expression;
}

export type IndexItem = Expression | SliceExpression | SpreadExpression;

/** One index, or the several of a tuple. */
export interface Index {
  readonly items: readonly IndexItem[];
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
  | (Node & {
      readonly type: 'import';
      readonly bindings: readonly { readonly name: string; readonly path: string }[];
      /** The module of `from module import *`. */
      readonly star?: string;
      /** In a `try` that handles a missing module. */
      readonly optional?: boolean;
    })
  | (Node & {
      readonly type: 'for';
      readonly target: Expression;
      readonly over: Expression;
      readonly body: readonly Statement[];
      readonly orElse: readonly Statement[];
    })
  | (Node & {
      readonly type: 'while';
      readonly test: Expression;
      readonly body: readonly Statement[];
      readonly orElse: readonly Statement[];
    })
  | (Node & { readonly type: 'if'; readonly branches: readonly Branch[] })
  | (Node & {
      readonly type: 'with';
      readonly items: readonly { readonly value: Expression; readonly target: Expression | undefined }[];
      readonly body: readonly Statement[];
    })
  | (Node & {
      readonly type: 'try';
      readonly body: readonly Statement[];
      readonly handlers: readonly Handler[];
      readonly orElse: readonly Statement[];
      readonly last: readonly Statement[];
    })
  | FunctionDefinition
  | ClassDefinition
  | (Node & { readonly type: 'return'; readonly value: Expression | undefined })
  | (Node & { readonly type: 'raise'; readonly value: Expression | undefined; readonly cause: Expression | undefined })
  | (Node & { readonly type: 'assert'; readonly test: Expression; readonly message: Expression | undefined })
  | (Node & { readonly type: 'delete'; readonly targets: readonly Expression[] })
  | (Node & { readonly type: 'global' | 'nonlocal'; readonly names: readonly string[] })
  | (Node & { readonly type: 'break' | 'continue' | 'pass' })
  /** `match`, `async for`, …: the names it may assign are unknown afterwards. */
  | (Node & { readonly type: 'skipped'; readonly keyword: string; readonly names: readonly string[] });

interface Branch {
  readonly test: Expression | undefined;
  readonly body: readonly Statement[];
}

export interface Handler {
  readonly types: Expression | undefined;
  readonly name: string | undefined;
  readonly body: readonly Statement[];
}

export interface FunctionDefinition extends Node {
  readonly type: 'function';
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly body: readonly Statement[];
  readonly decorators: readonly Expression[];
}

export interface ClassDefinition extends Node {
  readonly type: 'class';
  readonly name: string;
  readonly bases: readonly Expression[];
  readonly body: readonly Statement[];
  /** Names that the body annotates, in its order: the fields of a data class. */
  readonly annotated: readonly string[];
  readonly decorators: readonly Expression[];
}
