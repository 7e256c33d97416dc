/** Parameters that are tuples of arrays or of numbers, or objects of options, as their items. */
import type { Definitions, SourceClass, SourceFunction, SourceParameter } from '../../source/Definition';
import type { PythonTree } from '../../source/PythonTree';
import { withKeywords } from './keywordOptions';
import { comparedPadding } from './paddingSides';
import { roleOf, type Role } from './roles';

/** The type that the driver gives to an object of options. */
export const OPTIONS_TYPE = '_LensOptions';

export function withItems(tree: PythonTree, { functions, classes }: Definitions): Definitions {
  // A function of the text as a default, `step=conv_single_step`, is kept.
  const isFunction = ({ fallback }: SourceParameter): boolean => functions.some(({ name }) => name === fallback);
  const itemized = ({ node, parameters }: SourceFunction, text: string): SourceParameter[] =>
    withKeywords(text, parameters)
      .filter((parameter) => !isFunction(parameter))
      .flatMap(
        (parameter) =>
          ownTypeOf(tree, classes, text, parameter) ??
          attributesOf(text, parameter, parameters) ??
          namedFilter(tree, text, parameter, parameters) ??
          itemsOf(tree, node, parameter),
      );
  return {
    functions: functions.map((each) => ({ ...each, parameters: itemized(each, tree.text(each.node)) })),
    classes: classes.map((each) => {
      const text = tree.text(each.node);
      const ofObjects = (parameters: readonly SourceParameter[]): SourceParameter[] =>
        parameters.flatMap((one) => ownTypeOf(tree, classes, text, one) ?? attributesOf(text, one, parameters) ?? one);
      return {
        ...each,
        ...(each.fields && { fields: ofObjects(each.fields) }),
        methods: each.methods.map((method) =>
          method.name === '__init__'
            ? { ...method, parameters: ofObjects(withKeywords(tree.text(method.node), method.parameters, text)) }
            : method,
        ),
      };
    }),
  };
}

/** The type of the name under which a filter is in a dictionary of the text, with the dictionary and the name. */
export const NAMED_TYPE = '_LensNamed';

/** The filter that a function takes from a dictionary of the text by its name: `KERNELS[name]`. */
function namedFilter(
  { source }: PythonTree,
  text: string,
  { name, of, star }: SourceParameter,
  parameters: readonly SourceParameter[],
): SourceParameter[] | undefined {
  if (of || star || parameters.some((each) => roleOf(each.name, ['filter']) === 'filter' && each.name !== name))
    return undefined;
  const [, table] = new RegExp(`(?<![\\w.])([A-Za-z_]\\w*)(?:\\[${name}\\]|\\.get\\(${name}\\b)`).exec(text) ?? [];
  const filters = `^${table}\\s*=\\s*(?:\\{\\s*["'](\\w+)["']\\s*:|dict\\(\\s*(\\w+)\\s*=)\\s*(?:np\\.[\\w.]+\\(|\\[)`;
  const [, key, keyword = key] = (table !== undefined && new RegExp(filters, 'm').exec(source)) || [];
  if (keyword === undefined) return undefined;
  return [{ name: 'filter', of: { parameter: name, type: `${NAMED_TYPE}(${table}, "${keyword}")` } }];
}

/** The dictionary of a type that `namedFilter` gives. */
export function tableOf({ of }: SourceParameter): string | undefined {
  return of && new RegExp(`^${NAMED_TYPE}\\((\\w+),`).exec(of.type)?.[1];
}

const OPTIONS: readonly (Role | undefined)[] = [
  'kernel',
  'kernelRows',
  'kernelCols',
  'stride',
  'strideCols',
  'pad',
  'padCols',
  'mode',
  'dilation',
  'groups',
  'inChannels',
  'outChannels',
];

/** The fields of the class of options that is stated as the type, or of the one that has all attributes and methods that are read, methods or properties too. */
function ownTypeOf(
  tree: PythonTree,
  classes: readonly SourceClass[],
  text: string,
  parameter: SourceParameter,
): SourceParameter[] | undefined {
  const { name, of, star } = parameter;
  if (of || star || name === 'self') return undefined;
  const read = readOf(text, name).map(([, member]) => member!);
  const stated = classes.filter((each) => each.name === parameter.type && each.fields);
  const found =
    stated.length > 0
      ? stated
      : classes.filter(({ node, methods, fields }) => {
          const own = methods.map((method) => method.name);
          const kept = new Set([
            ...own,
            ...[...tree.text(node).matchAll(ATTRIBUTE)].map(([, one, field]) => one ?? field!),
          ]);
          return (
            (fields ? read.length > 0 : read.some((member) => own.includes(member))) &&
            read.every((member) => kept.has(member))
          );
        });
  const [type] = found;
  const fields = type?.fields ?? type?.methods.find((method) => method.name === '__init__')?.parameters.slice(1) ?? [];
  const areOptions = fields.every(
    (field) => isOption(roleOf(field.name, PREFERRED)) || (stated.length > 0 && field.fallback !== undefined),
  );
  if (!type || found.length > 1 || fields.length === 0 || !areOptions) return undefined;
  return fields.map((field) => ({ ...field, of: { parameter: name, type: type.name } }));
}

/** `self.pad`, `pad: int` */
const ATTRIBUTE = /\bself\.(\w+)|^\s+(\w+)\s*:/gm;

const PREFERRED: readonly Role[] = ['kernel', 'stride', 'pad', 'mode'];

/** `kernel` next to other options is the size of the window. */
function isOption(role: Role | undefined): boolean {
  return role === 'filter' || OPTIONS.includes(role);
}

/** Where the text reads a member of a parameter, or of the attribute that keeps it; the second group is the bracket of a call. */
function readOf(text: string, name: string): RegExpMatchArray[] {
  const kept = keptUnder(text, name).map((each) => `self\\.${each}`);
  // `o = self.cfg`
  const copied = new RegExp(`^[ \\t]*(\\w+) *= *(?:${[name, ...kept].join('|')}) *$`, 'gm');
  kept.push(...[...text.matchAll(copied)].map(([, each]) => each!));
  const read = new RegExp(`(?<![\\w.])(?:${[name, ...kept].join('|')})\\.([A-Za-z_]\\w*)(\\()?`, 'g');
  return [...text.matchAll(read)];
}

/** The attributes that the text reads of an object of options: `cfg.stride`, `self.cfg.pad`. Undefined for another parameter. */
function attributesOf(
  text: string,
  { name, of, star }: SourceParameter,
  parameters: readonly SourceParameter[],
): SourceParameter[] | undefined {
  if (of || star || name === 'self') return undefined;
  const members = readOf(text, name);
  const fields = [...new Set(members.map(([, field]) => field!))];
  const roles = fields.map((field) => roleOf(field, PREFERRED));
  const isTaken = fields.some((field) => parameters.some((each) => each.name === field));
  const isMethod = members.some(([, , call]) => call !== undefined);
  const areAll = roles.every((role) => isOption(role) || (role === 'bias' && roles.includes('filter')));
  if (isTaken || isMethod || !areAll) return undefined;
  // `x.size` of an array, and letters of anything.
  const isTelling = roles.some((role, k) => role !== 'kernel' && role !== 'filter' && fields[k]!.length > 1);
  const areOptions = roleOf(name) === 'options' ? roles.length > 0 : isTelling;
  if (!areOptions) return undefined;
  return fields.map((field) => {
    const fallback = comparedPadding(text, field);
    return { name: field, of: { parameter: name, type: OPTIONS_TYPE }, ...(fallback !== undefined && { fallback }) };
  });
}

/** The attributes that keep a parameter: `self.cfg = cfg`, `self.w, self.cfg = w, cfg`. */
function keptUnder(text: string, name: string): string[] {
  return [...text.matchAll(/^[ \t]*(self\.\w+(?:, *self\.\w+)*) *= *(\w+(?:, *\w+)*) *(?:#.*)?$/gm)].flatMap(
    ([, targets, values]) => {
      const names = targets!.split(/, */).map((target) => target.replace('self.', ''));
      const given = values!.split(/, */);
      return names.length === given.length ? names.filter((_, k) => given[k] === name) : [];
    },
  );
}

/** `xp`, `x_pad`: what the forward function makes of its input is not an argument. */
function isPadded(name: string): boolean {
  return roleOf(name) === 'input' && /pad|^[a-z]p$/i.test(name);
}

/** The items of a parameter that the function unpacks, where its name tells nothing: `w, b = params`. */
function itemsOf(
  tree: PythonTree,
  node: SourceFunction['node'],
  parameter: SourceParameter,
): readonly SourceParameter[] {
  const { name, of, star, fallback } = parameter;
  if (of || star || fallback !== undefined) return [parameter];
  const unpacked = new RegExp(`^[ \\t]*\\(?(\\w+(?:, *\\w+)+),?\\)? *= *${name} *$`, 'm').exec(tree.text(node));
  const items = unpacked?.[1]!.split(/, */) ?? [];
  const roles = items.map((item) => roleOf(item));
  if (items.length === 0 || roles.includes(undefined) || items.some(isPadded)) return [parameter];
  const role = roleOf(name);
  const areWeights = roles.includes('filter') && roles.includes('bias') && role !== 'cache';
  if (!areWeights && role !== undefined && role !== 'options') return [parameter];
  return items.map((item) => ({ name: item, of: { parameter: name, type: '' } }));
}

/** The classes of the text whose objects parameters are, which it need not name. */
export function typesOf(parameters: readonly SourceParameter[]): string[] {
  return [...new Set(parameters.flatMap((each) => tableOf(each) ?? (each.of?.type ? [each.of.type] : [])))];
}
