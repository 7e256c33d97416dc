/** The filter of a convolution: the selected one, or a well-known one that fits the input's channels. */
import { formatShape, type NdArray } from '../../array/NdArray';
import { LensError, msg } from '../../message';
import { toPair } from '../../layer/axis';
import type { Pair } from '../../layer/options';
import type { Field } from '../../panel/protocol';
import type { Choices, Intent, Part, Placed } from '../Setup';
import type { Tools } from '../Tools';
import { arrayName, arrayOptions, chosenArray, ROLE_FIELDS, type ChosenRoles } from './chooseRoles';
import { kernelField, rare, select } from '../fields';
import { FILTERS, filterLabel, filterSeed, isSizable, knownFilter, type FilterName } from './filters';
import { placeFilter } from './placeArrays';

export interface ChosenFilter extends Part {
  readonly placed: Placed;
  readonly candidate?: number;
}

/** `depth`: the channels that a filter sees. */
export function chooseFilter(
  { candidates, layout, options }: Intent,
  roles: ChosenRoles,
  choices: Choices,
  x: NdArray,
  depth: number,
  tools: Tools,
): ChosenFilter {
  const choice = choices[ROLE_FIELDS.w] ?? (roles.w === undefined ? 'sobelX' : `array:${roles.w}`);
  const field = filterField(arrayOptions(candidates), choice);
  const candidate = chosenArray(choice, candidates.length);
  if (candidate === undefined) {
    const name = FILTERS.find((each) => each === choice) ?? 'sobelX';
    const size = filterSize(name, x, () => options.with(choices).get('kernel'));
    const array = knownFilter(name, size, depth, (...shape) => tools.randn(filterSeed, shape));
    const fields = isSizable(name) ? [kernelField(choices['kernel'] ?? size.join(', '))] : [];
    const message =
      roles.w === undefined
        ? msg('No filter selected – using {0}', filterLabel(name))
        : msg('a well-known filter is used instead of {0}', arrayName(candidates, roles.w));
    return { placed: { array }, fields, assumptions: [{ message, field }] };
  }
  const selected = candidates[candidate]!;
  const placed = placeFilter(selected.array, layout, depth);
  const name = arrayName(candidates, candidate);
  const repeated = selected.array.shape.length <= 2 && depth > 1;
  const assumed = roles.byOrder.includes('w');
  return {
    placed,
    candidate,
    fields: assumed ? [] : [field],
    assumptions: [
      ...(assumed ? [{ message: msg('Taken as the filter: {0}', name), field }] : []),
      ...(repeated
        ? [
            {
              message: msg(
                '{0} {1} has one channel: it is repeated for {2} channels',
                name,
                formatShape(selected.array.shape),
                depth,
              ),
            },
          ]
        : []),
    ],
  };
}

function filterField(arrays: Field['options'] & object, value: string): Field {
  const known = FILTERS.map((name) => ({ value: name, label: filterLabel(name) }));
  return rare(select(ROLE_FIELDS.w, msg('filters'), value, [...arrays, ...known]));
}

/** 3 × 3, or 3 along the only axis of a 1-D input. */
function filterSize(name: FilterName, { shape }: NdArray, stated: () => Pair | undefined): readonly [number, number] {
  const usual = [shape[1] === 1 ? 1 : 3, shape[2] === 1 ? 1 : 3] as const;
  const kernel = isSizable(name) ? stated() : undefined;
  if (kernel === undefined) return usual[0] === 1 && usual[1] === 1 ? [1, 3] : usual;
  const [rows, cols] = toPair(kernel);
  for (const each of [rows, cols]) {
    if (Number.isSafeInteger(each) && each >= 1 && each <= 64) continue;
    throw new LensError(msg('the kernel must be a whole number from 1 to 64, not {0}', each), 'kernel');
  }
  return [rows, cols];
}
