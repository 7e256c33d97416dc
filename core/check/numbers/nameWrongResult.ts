/** Names the mistakes that give exactly the user's numbers on the arrays of a layer, without the code that computed them. */
import type { Names } from '../../step/shared/words/names';
import type { Layer } from '../../step/Layer';
import { LensError, type Message } from '../../message';
import type { LayerResult } from '../../layer/job/LayerJob';
import { Comparison } from '../stage/Comparison';
import { compareResult } from '../result/compareResult';
import type { OwnAxes } from '../result/ownLayout';
import type { OwnValue } from '../result/OwnValue';
import { openProgramRunner } from '../run/openProgramRunner';
import { asArray } from '../run/ProgramValue';
import { catalogCaseOf, type CatalogCase } from './catalogCase';
import { COURSE_SOURCE } from './catalog/courseSource';
import type { WrongLayer } from './catalog/WrongLayer';
import { WRONG_LAYERS } from './catalog/wrongLayers';

export interface WrongResultRequest {
  readonly layer: Layer;
  readonly values: readonly OwnValue[];
  readonly names: Partial<Names>;
  /** Variables to which the user's program assigns the results. */
  readonly assigned?: readonly string[];
  readonly layout: OwnAxes;
}

/** Empty where no wrong layer of the catalogue gives every value, and for a layer that the catalogue's functions cannot compute. */
export function nameWrongResult(request: WrongResultRequest): Message[] {
  const catalogCase = catalogCaseOf(request.layer);
  if (!catalogCase || explains(rightLayer(catalogCase), catalogCase, request)) return [];
  const found = new Map<string, Message>();
  for (const wrong of WRONG_LAYERS) {
    if (wrong.operation !== catalogCase.operation || found.has(wrong.id)) continue;
    if (explains(wrong, catalogCase, request)) found.set(wrong.id, wrong.detail);
  }
  return [...found.values()];
}

/** The layer itself: on some arrays a mistake changes nothing. */
function rightLayer({ operation }: CatalogCase): Pick<WrongLayer, 'operation' | 'changes'> {
  return { operation, changes: [] };
}

function explains(
  wrong: Pick<WrongLayer, 'operation' | 'changes'>,
  catalogCase: CatalogCase,
  { layer, values, names, assigned, layout }: WrongResultRequest,
): boolean {
  const results = resultsOf(wrong, catalogCase);
  if (!results) return false;
  try {
    const { subject } = compareResult({ layer, results, values, names, layout, ...(assigned && { assigned }) });
    const { differing, total } = new Comparison(subject);
    return total > 0 && differing === 0;
  } catch (error) {
    if (error instanceof LensError) return false;
    throw error;
  }
}

/** What the wrong layer computes; undefined where it stops with an error. */
function resultsOf(
  { operation, changes }: Pick<WrongLayer, 'operation' | 'changes'>,
  { args, resultsOf: read }: CatalogCase,
): LayerResult | undefined {
  const changed = changes.reduce((text, [from, to]) => text.replaceAll(from, to), COURSE_SOURCE[operation]);
  const { value } = openProgramRunner(`import numpy as np\n${changed}`).call(operation, args);
  return value && read(value.kind === 'sequence' ? value.items.map(asArray) : [asArray(value)]);
}
