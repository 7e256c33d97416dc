/** Functions and classes that a text defines. */
import type { SyntaxNode } from '@lezer/common';
import type { TextRange } from '../../read/ParseResult';
import { childNodes, type PythonTree } from './PythonTree';

export interface SourceParameter {
  readonly name: string;
  /** Source of the default value. */
  readonly fallback?: string;
  readonly star?: '*' | '**';
  /** Of a keyword that `**options` takes: `options`. */
  readonly keywordOf?: string;
  /** Name of its type, where it is stated. */
  readonly type?: string;
  /** Of a field: the parameter that takes the data class, and the class; '' where it takes a tuple. */
  readonly of?: { readonly parameter: string; readonly type: string };
  /** A parameter of a function that the function returns: of the first or the second one. */
  readonly inner?: 0 | 1;
  /** The function assigns cells of its argument. */
  readonly isWritten?: true;
  /** The function reads the shape of its argument. */
  readonly isShaped?: true;
  /** `cfg['stride']` */
  readonly isKeyed?: true;
  /** `reduce(window)` */
  readonly isCalled?: true;
}

/** Whether a call must give the argument. */
export function isRequired({ fallback, star }: SourceParameter): boolean {
  return fallback === undefined && star === undefined;
}

export interface SourceFunction {
  readonly name: string;
  readonly line: number;
  readonly range: TextRange;
  readonly node: SyntaxNode;
  readonly parameters: readonly SourceParameter[];
  /** Functions that it returns: for the forward direction, or for both. */
  readonly returned?: readonly SourceFunction[];
  /** The function that it returns next to its result: `return y, backward`. */
  readonly gradient?: SourceFunction;
}

export interface SourceClass {
  readonly name: string;
  readonly line: number;
  readonly range: TextRange;
  readonly node: SyntaxNode;
  readonly methods: readonly SourceFunction[];
  /** Of a data class: the arguments of the constructor that it does not write. */
  readonly fields?: readonly SourceParameter[];
}

export interface Definitions {
  /** The last definition of a name counts, as in Python. */
  readonly functions: readonly SourceFunction[];
  readonly classes: readonly SourceClass[];
}

/** Top-level definitions of a text. */
export function definitionsOf(tree: PythonTree): Definitions {
  const functions = new Map<string, SourceFunction>();
  const classes = new Map<string, SourceClass>();
  for (const statement of childNodes(tree.tree.topNode)) {
    const node = undecorated(statement);
    if (node.name === 'FunctionDefinition') {
      const definition = withReturned(tree, functionOf(tree, node));
      functions.set(definition.name, definition);
    } else if (node.name === 'AssignStatement') {
      const definition = lambdaOf(tree, node);
      if (definition) functions.set(definition.name, definition);
    } else if (node.name === 'ClassDefinition') {
      const definition = classOf(tree, node);
      if (definition.methods.length > 0 && definition.methods.every((method) => isStatic(tree, method))) {
        for (const method of definition.methods) {
          const name = `${definition.name}.${method.name}`;
          functions.set(name, { ...method, name });
        }
        continue;
      }
      const isData = /^(?:@(?:dataclasses\.)?dataclass\b|class \w+\((?:typing\.)?NamedTuple\))/m.test(
        tree.text(statement),
      );
      classes.set(definition.name, isData ? { ...definition, fields: fieldsOf(tree, node) } : definition);
    }
  }
  const withFields = (parameter: SourceParameter): readonly SourceParameter[] => {
    const type = parameter.type ?? /^(\w+)\(/.exec(parameter.fallback ?? '')?.[1] ?? '';
    const of = { parameter: parameter.name, type };
    const fields = classes.get(type)?.fields ?? [];
    // What the forward function makes of its input is not an argument: its result as a whole is.
    return fields.length > 0 && !fields.some(isPaddedArray) ? fields.map((field) => ({ ...field, of })) : [parameter];
  };
  return {
    functions: [...functions.values()].map((each) => ({ ...each, parameters: each.parameters.flatMap(withFields) })),
    classes: [...classes.values()].map((each) =>
      each.fields ? { ...each, fields: each.fields.flatMap(withFields) } : each,
    ),
  };
}

function undecorated(node: SyntaxNode): SyntaxNode {
  return node.name === 'DecoratedStatement' ? (node.lastChild ?? node) : node;
}

function functionOf(tree: PythonTree, node: SyntaxNode): SourceFunction {
  const name = node.getChild('VariableName');
  const list = node.getChild('ParamList');
  return {
    name: name ? tree.text(name) : '',
    line: tree.line(node.from),
    range: [node.from, node.to],
    node,
    parameters: list ? parametersOf(tree, list).map((each) => withUses(each, tree.text(node))) : [],
  };
}

/** `out[i, j] = …`, `x.shape` */
function withUses(parameter: SourceParameter, text: string): SourceParameter {
  const written = new RegExp(`^[ \\t]*${parameter.name}(?:\\[[^=\\n]*\\])+ *[-+*]?=(?!=)`, 'm');
  const shaped = new RegExp(`(?<![\\w.])${parameter.name}\\.shape\\b`);
  return {
    ...parameter,
    ...(written.test(text) && { isWritten: true }),
    ...(shaped.test(text) && { isShaped: true }),
    ...(new RegExp(`(?<![\\w.])${parameter.name}\\[["']`).test(text) && { isKeyed: true }),
    ...(new RegExp(`(?<![\\w.]|def )${parameter.name}\\(`).test(text) && { isCalled: true }),
  };
}

/** `conv = lambda x, w: …` */
function lambdaOf(tree: PythonTree, statement: SyntaxNode): SourceFunction | undefined {
  const [target, , value, ...rest] = childNodes(statement);
  if (target?.name !== 'VariableName' || value?.name !== 'LambdaExpression' || rest.length > 0) return undefined;
  return { ...functionOf(tree, value), name: tree.text(target) };
}

/** The methods of a class that is a namespace take no object. */
function isStatic(tree: PythonTree, { node }: SourceFunction): boolean {
  const { parent } = node;
  return parent?.name === 'DecoratedStatement' && /^@staticmethod\b/.test(tree.text(parent));
}

/** A function that returns a function of its own body, or a pair of them for the two directions: with the parameters of the first. */
function withReturned(tree: PythonTree, definition: SourceFunction): SourceFunction {
  const body = childNodes(definition.node.getChild('Body') ?? definition.node).map(undecorated);
  const last = body.at(-1);
  const value = last?.name === 'ReturnStatement' ? childNodes(last)[1] : undefined;
  if (!last || !value) return definition;
  const inner = body.flatMap((node) => (node.name === 'FunctionDefinition' ? [functionOf(tree, node)] : []));
  const listed = value.name === 'TupleExpression' ? childNodes(value) : childNodes(last).slice(1);
  const items = listed.filter(({ name }) => !/^[(),]$/.test(name));
  const returned =
    value.name === 'LambdaExpression'
      ? [{ ...functionOf(tree, value), name: '<lambda>' }]
      : items.flatMap((item) => inner.find((each) => each.name === tree.text(item)) ?? []);
  const isWhole = value.name === 'LambdaExpression' || returned.length === items.length;
  const [gradient] = returned;
  if (items.length === 2 && returned.length === 1 && gradient?.name === tree.text(items[1]!))
    return { ...definition, gradient };
  if (!isWhole || returned.length === 0 || returned.length > 2) return definition;
  return { ...definition, parameters: [...definition.parameters, ...innerParameters(returned[0]!, 0)], returned };
}

/** The parameters of a returned function, as parameters of the one that returns it. */
export function innerParameters({ parameters }: SourceFunction, inner: 0 | 1): SourceParameter[] {
  return parameters.map((parameter) => ({ ...parameter, inner }));
}

function classOf(tree: PythonTree, node: SyntaxNode): SourceClass {
  const name = node.getChild('VariableName');
  const methods = new Map(methodsIn(tree, node).map((method) => [method.name, method]));
  for (const base of tree.basesOf(node)) {
    for (const method of methodsIn(tree, base)) {
      if (!methods.has(method.name) && !isLeftToOthers(tree, method)) methods.set(method.name, method);
    }
  }
  return {
    name: name ? tree.text(name) : '',
    line: tree.line(node.from),
    range: [node.from, node.to],
    node,
    methods: [...methods.values()],
  };
}

function methodsIn(tree: PythonTree, node: SyntaxNode): SourceFunction[] {
  const body = node.getChild('Body');
  const nodes = body ? childNodes(body).map(undecorated) : [];
  return nodes.filter(({ name }) => name === 'FunctionDefinition').map((method) => functionOf(tree, method));
}

/** Whether the body is only `raise NotImplementedError` or `pass`. */
export function isLeftToOthers(tree: PythonTree, { node }: SourceFunction): boolean {
  const body = tree.text(node.getChild('Body') ?? node).replace(/"""[\s\S]*?"""|'''[\s\S]*?'''|#.*/g, '');
  return /^[\s:]*(?:raise\s+NotImplementedError\b.*|(?:pass|\.\.\.)(?:\s+return(?:\s+None)?)?|return\s+None)\s*$/s.test(
    body,
  );
}

/** `size: int = 2` in the body of a class. */
function fieldsOf(tree: PythonTree, node: SyntaxNode): SourceParameter[] {
  const body = node.getChild('Body');
  return (body?.getChildren('AssignStatement') ?? []).flatMap((statement) => {
    const [name, type, , value] = childNodes(statement);
    if (name?.name !== 'VariableName' || type?.name !== 'TypeDef') return [];
    // `field(init=False)`
    if (value && /\binit\s*=\s*False\b/.test(tree.text(value))) return [];
    const field = { name: tree.text(name), type: typeText(tree, type) };
    return [{ ...field, ...(value ? { fallback: tree.text(value) } : {}) }];
  });
}

/** `x_padded: np.ndarray` */
function isPaddedArray({ name, type = '' }: SourceParameter): boolean {
  return /pad/i.test(name) && /array|tensor/i.test(type);
}

/** `int` of `: int` */
function typeText(tree: PythonTree, node: SyntaxNode): string {
  return tree.text(node).slice(1).trim();
}

function parametersOf(tree: PythonTree, list: SyntaxNode): SourceParameter[] {
  const parameters: { name: string; fallback?: string; star?: '*' | '**'; type?: string }[] = [];
  let star: '*' | '**' | undefined;
  let defaulting = false;
  for (const child of childNodes(list)) {
    if (child.name === '*' || child.name === '**') star = child.name;
    else if (child.name === ',') {
      star = undefined;
      defaulting = false;
    } else if (child.name === 'TypeDef') parameters.at(-1)!.type = typeText(tree, child);
    else if (child.name === 'AssignOp') defaulting = true;
    else if (defaulting) {
      parameters[parameters.length - 1]!.fallback = tree.text(child);
      defaulting = false;
    } else if (child.name === 'VariableName') parameters.push({ name: tree.text(child), ...(star ? { star } : {}) });
  }
  return parameters;
}
