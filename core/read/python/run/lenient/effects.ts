/** Finds the effects of a statement that failed: the names that it may have changed, and whether it may have drawn random numbers. */
import type { Argument, Expression, Statement } from '../../syntax/tree/ast';
import { visitStatement } from '../../syntax/tree/visitExpressions';
import { innerBlocks, boundNames } from '../../syntax/tree/boundNames';
import type { Globals } from '../interpreter/Globals';
import { isChangingMethod } from '../methods/listMethods';
import { assignedTargets, rootOf } from './changedNames';
import { isElsewhere } from '../../modules/unknownMember';
import { CHANGES_ARGUMENT, OBSERVES } from '../interpreter/missingFunctions';

/** Definitions of the text by name, to look into the functions that a statement calls. */
type Definitions = ReadonlyMap<string, Statement>;

interface Effects {
  readonly names: ReadonlySet<string>;
  /** Variables passed to functions that are not in the text, by the function. They are taken to stay as they are. */
  readonly lent: ReadonlyMap<string, ReadonlySet<string>>;
  readonly draws: boolean;
  /** A function of another file that is called. */
  readonly elsewhere: string | undefined;
}

/** Libraries whose other functions leave their arguments alone. */
const PURE_MODULE = /^(?:np|numpy|torch|nn|F|tf|tensorflow|keras|math|plt|matplotlib|sns|scipy|signal|ndimage)\./;
/** PyTorch's functions that change their first argument: `nn.init.orthogonal_`. */
const IN_PLACE = /[a-z]_$/;

export function effectsOf(statement: Statement, globals: Globals, definitions: Definitions): Effects {
  const collector = new Collector(globals, definitions);
  collector.statement(statement, (name) => globals.cell(name).value !== undefined);
  boundNames([statement]).forEach((name) => collector.names.add(name));
  return collector;
}

class Collector implements Effects {
  readonly names = new Set<string>();
  readonly lent = new Map<string, Set<string>>();
  draws = false;
  elsewhere: string | undefined;
  private readonly entered = new Set<string>();

  constructor(
    private readonly globals: Globals,
    private readonly definitions: Definitions,
  ) {}

  /** `isGlobal` tells names of the module from local ones. */
  statement(statement: Statement, isGlobal: (name: string) => boolean): void {
    const change = (expression: Expression): void => {
      const root = rootOf(expression);
      if (root !== undefined && isGlobal(root) && !this.isModule(root)) this.names.add(root);
    };
    for (const target of assignedTargets(statement)) change(target);
    visitStatement(statement, (expression) => {
      if (expression.type === 'name') this.name(expression.name);
      if (expression.type === 'member' && expression.name === 'random') this.draws = true;
      if (expression.type === 'call') this.call(expression, change);
      return true;
    });
    innerBlocks(statement).forEach((block) => block.forEach((each) => this.statement(each, isGlobal)));
  }

  /** Functions of the text are entered: they may change module variables. */
  private name(name: string): void {
    const value = this.globals.cell(name).value;
    this.draws ||= value?.kind === 'function' && value.random !== undefined;
    // How many numbers a generator object has drawn is no longer known.
    if (value?.kind === 'generator') this.names.add(name);
    const definition = this.definitions.get(name);
    if (!definition || this.entered.has(name)) return;
    this.entered.add(name);
    this.definition(definition);
  }

  private definition(definition: Statement): void {
    if (definition.type !== 'function' && definition.type !== 'class') return;
    const parameters = definition.type === 'function' ? definition.parameters.map(({ name }) => name) : [];
    const locals = new Set([...parameters, ...boundNames(definition.body)]);
    const declared = new Set(definition.body.flatMap((each) => (each.type === 'global' ? each.names : [])));
    declared.forEach((name) => this.names.add(name));
    const isGlobal = (name: string): boolean =>
      declared.has(name) || (!locals.has(name) && this.globals.cell(name).value !== undefined);
    for (const each of definition.body) {
      if (each.type === 'function' || each.type === 'class') this.definition(each);
      else this.statement(each, isGlobal);
    }
  }

  private call(
    { callee, args }: Extract<Expression, { type: 'call' }>,
    change: (expression: Expression) => void,
  ): void {
    const path = pathOf(callee);
    const root = rootOf(callee);
    if (root !== undefined && this.isElsewhere(root)) this.elsewhere ??= path ?? root;
    args.filter(({ name }) => name === 'out').forEach(({ value }) => change(value));
    if (path !== undefined && (CHANGES_ARGUMENT.test(path) || IN_PLACE.test(path)) && args[0]) change(args[0].value);
    if (callee.type === 'member' && !(path !== undefined && PURE_MODULE.test(path))) {
      if (isChangingMethod(callee.name) || this.isObject(callee.object)) change(callee.object);
      // What is sent as JSON is written out, not changed: `client.post(url, json=payload)`.
      if (!this.isArrayMethod(callee.object))
        this.changeArguments(
          args.filter(({ name }) => name !== 'json'),
          change,
        );
      return;
    }
    if (callee.type !== 'name') return;
    if (this.isElsewhere(callee.name)) this.lend(callee.name, args, change);
    else if (this.mayChange(callee.name)) this.changeArguments(args, change);
  }

  /** A function of another file. */
  private isElsewhere(name: string): boolean {
    if (OBSERVES.test(name)) return false;
    const value = this.globals.cell(name).value;
    return value?.kind === 'namespace' ? isElsewhere(value.path) : !value && this.globals.isUnknown(name);
  }

  /** An argument that is more than a variable, `f(net.weights)`, may be changed inside of another object. */
  private lend(name: string, args: readonly Argument[], change: (expression: Expression) => void): void {
    for (const { value } of args) {
      const variable = value.type === 'name' ? this.globals.cell(value.name).value : undefined;
      if (variable?.kind !== 'array') change(value);
      else if (value.type === 'name') this.lent.set(name, (this.lent.get(name) ?? new Set()).add(value.name));
    }
  }

  private changeArguments(args: readonly Argument[], change: (expression: Expression) => void): void {
    args.forEach(({ value }) => change(value));
  }

  /** `np` in `f(np.array(x))`: what is passed is the result, not the module. */
  private isModule(name: string): boolean {
    return this.globals.cell(name).value?.kind === 'namespace';
  }

  private mayChange(name: string): boolean {
    const value = this.globals.cell(name).value;
    if (value?.kind === 'function') return value.user !== undefined;
    return value?.kind === 'class' || value?.kind === 'instance' || value?.kind === 'unknown';
  }

  /** Calls of the text's objects may change the object; those of layers, their weights. */
  private isObject(expression: Expression): boolean {
    const value = expression.type === 'name' ? this.globals.cell(expression.name).value : undefined;
    return ['instance', 'class', 'unknown', 'layer'].includes(value?.kind ?? '');
  }

  private isArrayMethod(expression: Expression): boolean {
    const value = expression.type === 'name' ? this.globals.cell(expression.name).value : undefined;
    return value !== undefined && value.kind !== 'instance' && value.kind !== 'class' && value.kind !== 'unknown';
  }
}

function pathOf(expression: Expression): string | undefined {
  if (expression.type === 'name') return expression.name;
  if (expression.type !== 'member') return undefined;
  const object = pathOf(expression.object);
  return object === undefined ? undefined : `${object}.${expression.name}`;
}
