/** Parameters that are tuples of arrays or of numbers, or objects of options, as their items. */
import type { Definitions, SourceFunction, SourceParameter } from '../../source/Definition';
import type { PythonTree } from '../../source/PythonTree';
import { roleOf, type Role } from './roles';

/** The type that the driver gives to an object of options. */
export const OPTIONS_TYPE = '_LensOptions';

export function withItems(tree: PythonTree, { functions, classes }: Definitions): Definitions {
  // A function of the text as a default, `step=conv_single_step`, is kept.
  const isFunction = ({ fallback }: SourceParameter): boolean => functions.some(({ name }) => name === fallback);
  const itemized = ({ node, parameters }: SourceFunction, text: string): SourceParameter[] =>
    parameters
      .filter((parameter) => !isFunction(parameter))
      .flatMap((parameter) => attributesOf(text, parameter, parameters) ?? itemsOf(tree, node, parameter));
  return {
    functions: functions.map((each) => ({ ...each, parameters: itemized(each, tree.text(each.node)) })),
    classes: classes.map((each) => ({
      ...each,
      methods: each.methods.map((method) => {
        if (method.name !== '__init__') return method;
        const text = tree.text(each.node);
        return {
          ...method,
          parameters: method.parameters.flatMap((one) => attributesOf(text, one, method.parameters) ?? one),
        };
      }),
    })),
  };
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

/** The attributes that the text reads of an object of options: `cfg.stride`, `self.cfg.pad`. Undefined for another parameter. */
function attributesOf(
  text: string,
  { name, of, star }: SourceParameter,
  parameters: readonly SourceParameter[],
): SourceParameter[] | undefined {
  if (of || star || name === 'self') return undefined;
  const kept = keptUnder(text, name).map((each) => `self\\.${each}`);
  // `o = self.cfg`
  const copied = new RegExp(`^[ \\t]*(\\w+) *= *(?:${[name, ...kept].join('|')}) *$`, 'gm');
  kept.push(...[...text.matchAll(copied)].map(([, each]) => each!));
  const read = new RegExp(`(?<![\\w.])(?:${[name, ...kept].join('|')})\\.([A-Za-z_]\\w*)(\\()?`, 'g');
  const members = [...text.matchAll(read)];
  const fields = [...new Set(members.map(([, field]) => field!))];
  const roles = fields.map((field) => roleOf(field, ['kernel', 'stride', 'pad', 'mode']));
  const isTaken = fields.some((field) => parameters.some((each) => each.name === field));
  const isMethod = members.some(([, , call]) => call !== undefined);
  // `kernel` next to other options is the size of the window.
  const areAll = roles.every((role) => role === 'filter' || OPTIONS.includes(role));
  if (isTaken || isMethod || !areAll) return undefined;
  // `x.size` of an array, and letters of anything.
  const isTelling = roles.some((role, k) => role !== 'kernel' && role !== 'filter' && fields[k]!.length > 1);
  const areOptions = roleOf(name) === 'options' ? roles.length > 0 : isTelling;
  return areOptions ? fields.map((field) => ({ name: field, of: { parameter: name, type: OPTIONS_TYPE } })) : undefined;
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
