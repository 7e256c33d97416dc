/** Names of a function that the repairs need: loop variables, stride, pad, arrays. */
import type { SyntaxNode } from '@lezer/common';
import { roleOf } from '../../adapt/roles/roles';
import { kindsOf, type Kind } from './kindOf';
import { childNodes, isTarget, type PythonTree } from '../../source/PythonTree';

export interface Loop {
  readonly name: string;
  readonly node: SyntaxNode;
}

export class FunctionScope {
  readonly loops: readonly Loop[];
  /** Parameters and assigned names, in order of appearance. */
  readonly names: readonly string[];
  readonly parameters: readonly string[];
  /** `self.stride`: of the whole class. */
  readonly attributes: readonly string[];
  /** Names that are indexed with slices or numbers. */
  readonly indexed: ReadonlySet<string>;
  private readonly kinds: ReadonlyMap<string, Kind>;
  private readonly nodes = new Map<string, readonly SyntaxNode[]>();
  /** Source of the stride; undefined where the function has none. */
  readonly stride: string | undefined;
  readonly pad: string | undefined;

  constructor(
    readonly tree: PythonTree,
    readonly node: SyntaxNode,
  ) {
    this.loops = loopsOf(tree, node);
    this.parameters = parametersOf(tree, node);
    this.attributes = attributesOf(tree, node);
    this.names = namesOf(tree, node, this.parameters);
    this.indexed = indexedNames(tree, node);
    this.kinds = kindsOf(this);
    this.stride = this.optionSource('stride') ?? this.writtenStride();
    this.pad = this.optionSource('pad');
  }

  text(node: Pick<SyntaxNode, 'from' | 'to'>): string {
    return this.tree.text(node);
  }

  /** The text of a value as a factor: an operation is in parentheses. */
  factor(node: SyntaxNode): string {
    return node.name === 'BinaryExpression' ? `(${this.text(node)})` : this.text(node);
  }

  all(names: string | readonly string[]): readonly SyntaxNode[] {
    const key = String(names);
    const nodes = this.nodes.get(key) ?? this.tree.all(names, this.node);
    this.nodes.set(key, nodes);
    return nodes;
  }

  kindOf(name: string): Kind {
    return this.kinds.get(name) ?? 'unknown';
  }

  /** A number as far as the text shows it. */
  isScalar(name: string): boolean {
    return this.kindOf(name) !== 'array';
  }

  isLoopVariable(name: string): boolean {
    return this.loops.some((loop) => loop.name === name);
  }

  /** A parameter of a helper without loops that can be an output index: `i` in `def window(i, j)`. */
  isIndex(name: string): boolean {
    if (this.loops.length > 0 || this.indexed.has(name)) return false;
    return /^(?:[ijhwrcxyqpk]|row|col|oh|ow|out_?[hwxy])$/.test(name) && this.parameters.includes(name);
  }

  /** Loop variables whose loop contains the node. */
  loopsAround(node: SyntaxNode): string[] {
    return this.loops.filter((loop) => loop.node.from < node.from && loop.node.to >= node.to).map(({ name }) => name);
  }

  /** Of the class of a method; of the function itself otherwise. */
  get ownerText(): string {
    const owner = this.node.parent?.parent;
    return this.text(owner?.name === 'ClassDefinition' ? owner : this.node);
  }

  get isConstructor(): boolean {
    return this.text(this.node.getChild('VariableName') ?? this.node) === '__init__';
  }

  /** Attributes that the class mentions only once, where it sets them. */
  get unreadAttributes(): string[] {
    const owner = this.ownerText;
    return this.attributes.filter((name) => owner.split(new RegExp(`${name}\\b`)).length === 2);
  }

  /** Attributes that methods other than the constructor set. */
  get keptAttributes(): string[] {
    const methods = this.node.parent?.getChildren('FunctionDefinition') ?? [];
    const texts = methods.map((method) => this.text(method)).filter((text) => !/^def __init__/.test(text));
    return this.attributes.filter((name) =>
      texts.some((text) => new RegExp(`${name.replace('.', '\\.')}\\s*=(?!=)`).test(text)),
    );
  }

  /** The parameter, or the number, by which indices are multiplied somewhere in the class or function: `i * 2`. */
  private writtenStride(): string | undefined {
    const text = this.ownerText;
    const factor = this.parameters.find((name) =>
      this.loops.some((loop) => text.includes(`${loop.name} * ${name}`) || text.includes(`${loop.name}*${name}`)),
    );
    if (factor) return factor;
    return /(?<![\w.])[a-z]\w? ?\* ?(\d+)\b|(?<![\w.])[a-z]\w* ?\/\/ ?(\d+)\b/.exec(text)?.slice(1).find(Boolean);
  }

  /** `st = np.argmax(window)` holds a place. */
  private isPlace(name: string): boolean {
    return new RegExp(`\\b${name}\\s*=[^=\\n]*\\barg(?:max|min)\\(`).test(this.text(this.node));
  }

  private optionSource(role: 'stride' | 'pad'): string | undefined {
    const named = this.names.filter((candidate) => roleOf(candidate) === role);
    // `steps` can be a number of steps too.
    const name = named.find(
      (candidate) => this.parameters.includes(candidate) || !(/^steps?$/.test(candidate) || this.isPlace(candidate)),
    );
    if (name) return name;
    const members = this.all('MemberExpression').map((member) => this.text(member));
    for (const text of [...members, ...this.attributes]) {
      const match = /^(?:self\.)?\w+\.(\w+)$/.exec(text) ?? /^\w+\[["'](\w+)["']\]$/.exec(text);
      const isMethod = match?.[1] !== undefined && this.ownerText.includes(`def ${match[1]}(`);
      if (match?.[1] && !isMethod && roleOf(match[1]) === role && (match[1].length > 1 || /^self\.[spSP]$/.test(text)))
        return text;
    }
    const options = this.names.find((candidate) => roleOf(candidate) === 'options');
    return options ? `${options}["${role}"]` : named[0];
  }
}

/** A variable that is read, not bound: neither a target, a parameter, a keyword nor a called name. */
export function isRead(node: SyntaxNode): boolean {
  const { parent } = node;
  if (!parent || node.name !== 'VariableName') return false;
  if (['FunctionDefinition', 'ParamList', 'ClassDefinition', 'ImportStatement', 'Decorator'].includes(parent.name))
    return false;
  if (parent.name === 'CallExpression' && parent.firstChild?.from === node.from) return false;
  if (parent.name === 'ArgList' && node.nextSibling?.name === 'AssignOp') return false;
  return !isTarget(node);
}

function loopsOf(tree: PythonTree, node: SyntaxNode): Loop[] {
  // A generator that is the only argument of a call has no node of its own.
  const kinds = [
    'ForStatement',
    'WhileStatement',
    'ComprehensionExpression',
    'ArrayComprehensionExpression',
    'ArgList',
  ];
  return tree.all(kinds, node).flatMap((loop) => {
    if (loop.name === 'ArgList' && !loop.getChild('for')) return [];
    if (loop.name === 'WhileStatement') return counterOf(tree, loop);
    const start = loop.name === 'ForStatement' ? childNodes(loop)[0] : loop.getChild('for');
    const names: SyntaxNode[] = [];
    // `for i, (h, w) in …` has several targets.
    for (let at = start?.nextSibling; at && at.name !== 'in'; at = at.nextSibling) {
      names.push(...(at.name === 'VariableName' ? [at] : tree.all('VariableName', at)));
    }
    return names.map((name) => ({ name: tree.text(name), node: loop }));
  });
}

/** The variable that the condition of a `while` reads and its body counts. */
function counterOf(tree: PythonTree, loop: SyntaxNode): Loop[] {
  const condition = childNodes(loop)[1];
  const read = condition ? tree.all('VariableName', condition).map((name) => tree.text(name)) : [];
  const counted = tree.all('UpdateStatement', loop).map((update) => tree.text(update.firstChild ?? update));
  return read.flatMap((name) => (counted.includes(name) ? [{ name, node: loop }] : []));
}

/** Not with keys of a dictionary. */
function indexedNames(tree: PythonTree, node: SyntaxNode): Set<string> {
  const members = tree.all('MemberExpression', node).filter((member) => {
    const [array, bracket, item] = childNodes(member);
    return array?.name === 'VariableName' && bracket?.name === '[' && item?.name !== 'String';
  });
  return new Set(members.map((member) => tree.text(member.firstChild!)));
}

function attributesOf(tree: PythonTree, node: SyntaxNode): string[] {
  let owner: SyntaxNode | null = node;
  while (owner && owner.name !== 'ClassDefinition') owner = owner.parent;
  if (!owner) return [];
  const members = tree.all('MemberExpression', owner).map((member) => tree.text(member));
  return [...new Set(members.filter((text) => /^self\.\w+$/.test(text)))];
}

function parametersOf(tree: PythonTree, node: SyntaxNode): string[] {
  const list = node.getChild('ParamList');
  return (list?.getChildren('VariableName') ?? []).map((parameter) => tree.text(parameter));
}

function namesOf(tree: PythonTree, node: SyntaxNode, parameters: readonly string[]): string[] {
  const inner = tree.all('ParamList', node).flatMap((list) => list.getChildren('VariableName'));
  const names = new Set<string>([...parameters, ...inner.map((parameter) => tree.text(parameter))]);
  for (const name of tree.all('VariableName', node)) if (isTarget(name)) names.add(tree.text(name));
  names.delete('self');
  return [...names];
}
