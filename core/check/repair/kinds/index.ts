/** The table of repair kinds. */
import type { RepairKind } from '../Candidate';
import { accumulators } from './accumulators';
import { attributes } from './attributes';
import { axes } from './axes';
import { bias } from './bias';
import { blocks } from './blocks';
import { callForms } from './callForms';
import { bytes } from './bytes';
import { calls } from './calls';
import { chains } from './chains';
import { channelGroups } from './channelGroups';
import { chosenCells } from './chosenCells';
import { constants } from './constants';
import { croppedGradient } from './croppedGradient';
import { dictionaryKeys } from './dictionaryKeys';
import { dilatedPositions } from './dilatedPositions';
import { divisors } from './divisors';
import { dtypes } from './dtypes';
import { earlySteps } from './earlySteps';
import { einsumSubscripts } from './einsum';
import { exchanges } from './exchanges';
import { exhausted } from './exhausted';
import { expressions } from './expressions';
import { flatIndices } from './flatIndices';
import { flatPositions } from './flatPositions';
import { fourier } from './fourier';
import { gradientIndex, gradientValue } from './gradientIndex';
import { halves } from './halves';
import { inPlace } from './inPlace';
import { indices } from './indices';
import { insertions } from './insertions';
import { kept } from './kept';
import { lateBinding } from './lateBinding';
import { lateUpdates } from './lateUpdates';
import { layout } from './layout';
import { loops } from './loops';
import { masks } from './masks';
import { mirrored } from './mirrored';
import { maximumStarts } from './maximumStarts';
import { missingArguments } from './missingArguments';
import { movedStarts } from './movedStarts';
import { mutableDefaults } from './mutableDefaults';
import { names } from './names';
import { newAxes } from './newAxes';
import { omissions } from './omissions';
import { openSlices } from './openSlices';
import { operators } from './operators';
import { outputSizeFormula } from './outputSize';
import { padding } from './padding';
import { python2 } from './python2';
import { rebinding } from './rebinding';
import { reorderings } from './reorderings';
import { repeatedChanges } from './repeatedChanges';
import { returns } from './returns';
import { rolls } from './rolls';
import { scatterSlice } from './scatter';
import { shadowedNames } from './shadowedNames';
import { shapes } from './shapes';
import { sharedState } from './sharedState';
import { spread } from './spread';
import { statements } from './statements';
import { strings } from './strings';
import { substitutions } from './substitutions';
import { surplus } from './surplus';
import { terms } from './terms';
import { truths } from './truths';
import { unsetAttributes } from './unsetAttributes';
import { unusedValues } from './unusedValues';
import { windowEnd } from './windowEnd';
import { windowPosition } from './windowPosition';
import { windowStartFormula } from './windowStart';
import { wholeArrays } from './wholeArrays';

export const REPAIR_KINDS: readonly RepairKind[] = [
  python2,
  windowStartFormula,
  windowEnd,
  mirrored,
  gradientIndex,
  gradientValue,
  croppedGradient,
  windowPosition,
  kept,
  lateUpdates,
  exhausted,
  unusedValues,
  unsetAttributes,
  callForms,
  lateBinding,
  loops,
  shadowedNames,
  movedStarts,
  earlySteps,
  divisors,
  dictionaryKeys,
  dilatedPositions,
  mutableDefaults,
  sharedState,
  repeatedChanges,
  openSlices,
  truths,
  accumulators,
  dtypes,
  bytes,
  bias,
  masks,
  maximumStarts,
  rolls,
  halves,
  flatIndices,
  flatPositions,
  fourier,
  blocks,
  chains,
  channelGroups,
  chosenCells,
  newAxes,
  spread,
  padding,
  calls,
  rebinding,
  reorderings,
  axes,
  einsumSubscripts,
  operators,
  inPlace,
  indices,
  statements,
  returns,
  names,
  attributes,
  missingArguments,
  strings,
  constants,
  insertions,
  expressions,
  exchanges,
  layout,
  outputSizeFormula,
  scatterSlice,
  terms,
  shapes,
  wholeArrays,
  surplus,
  omissions,
  substitutions,
];
