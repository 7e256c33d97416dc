/** The inspector's fields: array, axes and indices, view, comparison, search. */
import { formatShape } from '../array/NdArray';
import { msg, type Message } from '../message';
import type { Field, FieldOption } from '../panel/field';
import type { InspectPlanes, InspectViewName } from '../panel/inspect';
import { rare, select } from '../setup/fields';
import type { Choices } from '../setup/Setup';
import { otherAxes, type ShownAxes } from './axes';
import { comparableArrays, toleranceOf, type ComparedArrays } from './comparison';
import type { FoundCells } from './findCells';
import type { InspectedArray } from './InspectedArray';

interface Inspected {
  readonly arrays: readonly InspectedArray[];
  readonly selected: number;
  readonly shape: readonly number[];
  readonly axes: ShownAxes;
  readonly indices: readonly number[];
  readonly choices: Choices;
  readonly view: InspectViewName;
  readonly planes: InspectPlanes | undefined;
  /** Whether the picture in its own colours is shown, and the axis that holds these. */
  readonly picture: boolean;
  readonly colors: number | undefined;
  readonly comparison: ComparedArrays | undefined;
  readonly finding: FoundCells | undefined;
}

export function inspectFields(inspected: Inspected): Field[] {
  return [
    ...arrayField(inspected),
    viewField(inspected),
    ...axisFields(inspected),
    ...pictureField(inspected),
    ...comparisonFields(inspected),
    findField(inspected),
  ];
}

function arrayField({ arrays, selected }: Inspected): Field[] {
  if (arrays.length < 2) return [];
  return [select('array', msg('array'), String(selected), arrays.map(optionOf))];
}

function optionOf({ name, array }: InspectedArray, index: number): FieldOption {
  return { value: String(index), label: msg('{0} {1}', name, formatShape(array.shape)) };
}

function viewField({ view, planes }: Inspected): Field {
  const options = [
    { value: 'map', label: planes ? msg('one slice') : msg('heatmap') },
    ...(planes ? [{ value: 'planes', label: msg('all {0} slices', planes.total) }] : []),
    { value: 'text', label: msg('text') },
  ];
  const help = msg('one slice as a heatmap, all slices along an axis, or the text that NumPy prints');
  return { id: 'view', label: msg('view'), kind: 'segmented', value: view, options, help };
}

/** A picture shows all indices of its colour axis at once. */
function axisFields({ shape, axes, indices, view, planes, picture, colors }: Inspected): Field[] {
  const { row, col } = axes;
  if (shape.length < 3 || row === undefined || col === undefined || view === 'text') return [];
  const options = shape.map((extent, axis) => ({
    value: String(axis),
    label: msg('axis {0} (size {1})', axis, extent),
  }));
  const others = otherAxes(shape, axes);
  const isAllSlices = (axis: number) => (view === 'planes' ? axis === planes?.axis : picture && axis === colors);
  return [
    rare(select('rowAxis', msg('rows'), String(row), options)),
    rare(select('colAxis', msg('columns'), String(col), options)),
    ...others.filter((axis) => !isAllSlices(axis)).map((axis) => indexField(axis, shape[axis]!, indices[axis]!)),
    ...planeAxisField(shape, others, planes),
  ];
}

function indexField(axis: number, extent: number, index: number): Field {
  return {
    id: `index${axis}`,
    label: msg('axis {0}', axis),
    kind: 'slider',
    value: String(index),
    min: 0,
    max: Math.max(0, extent - 1),
    help: msg('index along axis {0} of size {1}', axis, extent),
  };
}

/** The field that chooses the axis of the slices, where several axes have them. */
function planeAxisField(
  shape: readonly number[],
  others: readonly number[],
  planes: InspectPlanes | undefined,
): Field[] {
  const several = others.filter((axis) => shape[axis]! > 1);
  if (!planes || several.length < 2) return [];
  const options = several.map((axis) => ({
    value: String(axis),
    label: msg('axis {0} (size {1})', axis, shape[axis]!),
  }));
  return [rare(select('planeAxis', msg('slices along'), String(planes.axis), options))];
}

function pictureField({ picture, colors, shape, view }: Inspected): Field[] {
  if (colors === undefined || view !== 'map') return [];
  const help = msg('axis {0} as red, green, blue and, if it has four, opacity', colors);
  const label = shape[colors] === 4 ? msg('RGBA image') : msg('RGB image');
  return [{ id: 'rgb', label, kind: 'checkbox', value: String(picture), help }];
}

function comparisonFields({ arrays, selected, choices, comparison }: Inspected): Field[] {
  const comparable = comparableArrays(arrays, selected);
  if (comparable.length === 0) return [];
  const none: FieldOption = { value: 'none', label: msg('none') };
  const options = [none, ...comparable.map((index) => optionOf(arrays[index]!, index))];
  const chosen = comparison ? String(choices['with']) : 'none';
  const withField = {
    ...select('with', msg('compare with'), chosen, options),
    help: msg('another array of the same shape'),
  };
  if (!comparison) return [withField];
  const show: Field = {
    id: 'show',
    label: msg('show'),
    kind: 'segmented',
    value: comparison.view,
    options: [
      { value: 'this', label: msg('{0}', arrays[selected]!.name) },
      { value: 'other', label: msg('{0}', comparison.other.name) },
      { value: 'difference', label: msg('difference') },
    ],
  };
  return [withField, show, toleranceField('rtol', choices), toleranceField('atol', choices)];
}

function toleranceField(id: 'rtol' | 'atol', choices: Choices): Field {
  const { value, isWrong } = toleranceOf(choices, id);
  const typed = choices[id] ?? '';
  return {
    id,
    label: msg('{0}', id),
    kind: 'text',
    value: typed.trim() === '' ? value.toExponential() : typed,
    help: msg('values differ where |a − b| > atol + rtol · |b|'),
    ...(isWrong && { error: msg('expected a number of at least 0, not “{0}”', typed.trim()) }),
  };
}

function findField({ choices, finding }: Inspected): Field {
  return {
    id: 'find',
    label: msg('find'),
    kind: 'text',
    value: choices['find'] ?? '',
    help: msg('values to mark and count: {0}', '> 3, == 0, 1..2, |x| > 0.5, nan, inf, > 1 and < 2'),
    ...errorOf(finding?.error),
  };
}

function errorOf(error: Message | undefined): Pick<Field, 'error'> {
  return error ? { error } : {};
}
