/** The weights that a class makes itself: where they are kept, when they are made, and how a case's weights replace them. */
import { isConvolution } from '../../CourseFunction';
import { importedFrom } from '../../source/importedFrom';
import type { SourceClass, SourceFunction, SourceParameter } from '../../source/Definition';
import type { PythonTree } from '../../source/PythonTree';
import { TENSOR } from '../Adapter';
import { formOf } from '../arguments/argumentForm';
import { argumentSource } from '../arguments/argumentSource';
import type { ClassRequest } from './classConstructor';
import { axesOf } from '../layout/layouts';
import { shapeSource } from '../layout/shapeSource';
import { isTripleUnpacked } from '../arguments/pairs';
import { roleOf, rolesOf, type Role } from '../roles/roles';
import { weightsSetter } from './setOutside';
import { standIn } from './standIn';
import { escapedPath, isMadeLate, weightsAttribute } from './weightsAttribute';

/** Statements that assign the case's weights where the constructor makes its own. `forward`: the call that makes them where the constructor does not. */
export function parameterAttributes(request: ClassRequest, roles: readonly Role[], forward: string): string[] {
  const { tree, definition, operation, layout } = request;
  if (!isConvolution(operation)) return buildCall(request);
  const form = formOf(tree, definition.node, operation, layout);
  const made = (['filter', 'bias'] as const).flatMap((role) => {
    const attribute = roles.includes(role) ? undefined : weightsAttribute(tree, definition, role);
    if (!attribute) return [];
    const isLate = isMadeLate(tree, definition, attribute.path);
    // Of a network whose methods are given their weights.
    if (isLate && roles.includes('filter')) return [];
    const place = placeOf(tree.text(definition.node), attribute.path);
    const setter =
      isLate && !makesItself(tree.text(definition.node), attribute.path)
        ? weightsSetter(tree, definition, attribute.path)
        : undefined;
    const isKnown = !setter && !isMadeElsewhere(tree.source, tree.text(definition.node), attribute.path);
    const given = setter && request.calls?.find(({ name }) => name === setter.method)?.args.get(setter.parameter);
    const own = given ? { ...form, recorded: given } : form;
    const source = role === 'filter' || !isKnown ? argumentSource(role, own) : biasSource(request, place);
    const fitted = `_lens_fit(${source}, ${place}, ${request.isAnyShape ? 'True' : 'False'})`;
    const value = role === 'filter' && isKnown ? fitted : source;
    const assignment = `${place} = ${form.areTensors ? `${TENSOR}(${value})` : value}`;
    return [{ place, assignment, isLate: isLate && !setter }];
  });
  const late = made.find(({ isLate }) => isLate);
  return [
    ...buildCall(request),
    ...(late ? madeFirst(late.place, forward) : []),
    ...made.map(({ assignment }) => assignment),
  ];
}

/** Source of the weights or the bias that a class makes itself. */
export function ownWeights(
  { tree, definition }: Pick<ClassRequest, 'tree' | 'definition'>,
  role: 'filter' | 'bias',
): string | undefined {
  const attribute = weightsAttribute(tree, definition, role);
  return attribute && placeOf(tree.text(definition.node), attribute.path);
}

function placeOf(text: string, path: string): string {
  return `layer.${path}${heldIn(text, path)}`;
}

/** The member of the attribute that holds the array: `self.W = {"val": …}`, `self.W = Parameter(…)` with `self.W.data`. */
function heldIn(text: string, path: string): string {
  const member = `(\\[["'](?:val|value|data)["']\\]|\\.(?:data|val|value|param)\\b)(?!\\()`;
  return new RegExp(`self\\.${escapedPath(path)}${member}`).exec(text)?.[1] ?? '';
}

/** `self.b = np.zeros(…)`, also where another method is given weights: `self.b = b`. */
function makesItself(text: string, path: string): boolean {
  return new RegExp(`self\\.${escapedPath(path)}\\s*=(?!=)[^\\n]*\\bnp\\.(?:zeros|ones|full|random)\\b`).test(text);
}

/** `self.W = he_normal(shape)` with a function of another file of the user's: nothing tells the shape that it makes. */
function isMadeElsewhere(source: string, text: string, path: string): boolean {
  const [, maker] = new RegExp(`self\\.${escapedPath(path)}\\s*(?::[^=\\n]*)?=(?!=)\\s*(\\w+)\\(`).exec(text) ?? [];
  return maker !== undefined && importedFrom(source, maker) !== undefined;
}

/** Calls the forward method once where the weights are not there yet. */
function madeFirst(place: string, forward: string): string[] {
  return [
    'try:',
    `    _is_made = ${place} is not None`,
    'except (AttributeError, KeyError, TypeError):',
    '    _is_made = False',
    'if not _is_made:',
    `    ${forward}`,
  ];
}

/** `build(input_shape)` of a layer, which no other method calls, or another method that makes the weights; `build()` too. */
export function buildMethod(tree: PythonTree, definition: SourceClass): SourceFunction | undefined {
  const weights = weightsAttribute(tree, definition, 'filter')?.path;
  const isLate = weights !== undefined && isMadeLate(tree, definition, weights);
  const build = definition.methods.find(({ name, node, parameters: [, shape, ...others] }) => {
    const makes = isLate && makesItself(tree.text(node), weights);
    if (name === '__init__' || !(makes || BUILDS.test(name))) return false;
    if (!shape) return makes;
    const isKnown = rolesOf(shape.name).includes('inputShape') || roleOf(shape.name) === 'optimizer' || isLayer(shape);
    return (
      isKnown && others.every(({ name: other, fallback }) => fallback !== undefined || roleOf(other) === 'generator')
    );
  });
  const init = definition.methods.find(({ name }) => name === '__init__');
  const others = definition.methods.filter((each) => each !== build);
  const isCalled = build && others.some(({ node }) => tree.text(node).includes(`self.${build.name}(`));
  return isCalled || !init ? undefined : build;
}

const BUILDS =
  /^_?(?:build|compile|connect(?:_to)?|init|initiali[sz]e|init_(?:weights|params)|setup|set_input_(?:shape|dims?))$/;

/** Whether a parameter is the layer before: nothing tells what it is besides the members that the text reads. */
function isLayer({ name }: SourceParameter): boolean {
  return /^(?:prev|previous|below|input)?_?layer$|^(?:prev|previous|below|input_node|inbound)$/i.test(name);
}

/** Source of its call. */
function buildCall({ tree, definition, layout }: ClassRequest): string[] {
  const build = buildMethod(tree, definition);
  if (!build) return [];
  const [, shape, ...others] = build.parameters;
  if (!shape) return [`layer.${build.name}()`];
  const form = formOf(tree, definition.node, 'conv_forward', layout);
  const source =
    roleOf(shape.name) === 'optimizer'
      ? argumentSource('optimizer', form)
      : isLayer(shape)
        ? standIn(tree.text(definition.node), shape.name, layout)
        : isTripleUnpacked(tree.text(build.node), shape.name)
          ? shapeSource(layout)
          : argumentSource('inputShape', form);
  const generators = others.filter(({ fallback }) => fallback === undefined);
  const args = [source, ...generators.map(({ name }) => `${name}=${argumentSource('generator', form)}`)];
  return [`layer.${build.name}(${args.join(', ')})`];
}

/** A bias of every output cell, `np.zeros(self.output_shape)`, has the case's bias in all cells of a channel. */
function biasSource({ layout }: ClassRequest, place: string): string {
  const [, cells = ''] = axesOf(layout).output.split('C');
  return `_lens_tied(b, ${place}, (-1,${' 1,'.repeat(cells.length)}))`;
}
