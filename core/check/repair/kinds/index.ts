/** The table of repair kinds. */
import type { RepairKind } from '../Candidate';
import { channelGroups } from './axes/channelGroups';
import { chosenCells } from './gradient/chosenCells';
import { sharedState } from './python/sharedState';
import { accumulators } from './loops/accumulators';
import { arrayForms } from './python/arrayForms';
import { attributes } from './expressions/attributes';
import { axes } from './axes/axes';
import { bias } from './expressions/bias';
import { biasGradients } from './gradient/biasGradients';
import { blocks } from './axes/blocks';
import { callForms } from './python/callForms';
import { bytes } from './python/bytes';
import { calls } from './expressions/calls';
import { chains } from './python/chains';
import { conditionalValues } from './loops/conditionalValues';
import { constants } from './expressions/constants';
import { composedLayers } from './gradient/composedLayers';
import { croppedGradient } from './padding/croppedGradient';
import { dictionaryKeys } from './loops/dictionaryKeys';
import { dilatedPositions } from './window/indices/dilatedPositions';
import { divisors } from './gradient/divisors';
import { dtypes } from './python/dtypes';
import { earlyReads } from './gradient/earlyReads';
import { earlySteps } from './window/earlySteps';
import { einsumSubscripts } from './axes/einsum';
import { exchanges } from './expressions/exchanges';
import { exhausted } from './python/exhausted';
import { expressions } from './expressions/expressions';
import { flatIndices } from './window/indices/flatIndices';
import { flatPositions } from './window/indices/flatPositions';
import { fourier } from './expressions/fourier';
import { gradientIndex, gradientValue } from './gradient/gradientIndex';
import { halves } from './window/sizes/halves';
import { indexedSums } from './axes/indexedSums';
import { inPlace } from './python/inPlace';
import { indices } from './axes/indices';
import { insertions } from './loops/insertions';
import { inputStarts } from './gradient/inputStarts';
import { kept } from './gradient/kept';
import { lateBinding } from './python/lateBinding';
import { lateUpdates } from './gradient/lateUpdates';
import { layout } from './axes/layout';
import { keptEntries } from './loops/keptEntries';
import { loops } from './loops/loops';
import { masks } from './gradient/masks';
import { mirrored } from './window/mirrored';
import { maximumStarts } from './gradient/maximumStarts';
import { missingFactors } from './expressions/missingFactors';
import { missingArguments } from './expressions/missingArguments';
import { missingBindings } from './missing/missingBindings';
import { missingBranches } from './missing/missingBranches';
import { missingGradients } from './missing/missingGradients';
import { missingPairs } from './missing/missingPairs';
import { missingMatrices } from './missing/matrices';
import { missingResults } from './missing/missingResults';
import { missingStores } from './missing/missingStores';
import { missingUnpacking } from './missing/missingUnpacking';
import { missingUpdates } from './loops/missingUpdates';
import { movedStarts } from './loops/movedStarts';
import { movedFactors } from './window/movedFactors';
import { mutableDefaults } from './python/mutableDefaults';
import { names } from './expressions/names';
import { newAxes } from './axes/newAxes';
import { omissions } from './expressions/omissions';
import { openSlices } from './window/indices/openSlices';
import { operators } from './expressions/operators';
import { outputSizeFormula } from './window/sizes/outputSize';
import { missingPad } from './padding/missingPad';
import { padding } from './padding/padding';
import { paddingOffsets } from './padding/paddingOffsets';
import { negativeIndices } from './python/negativeIndices';
import { nonlocalNames } from './python/nonlocalNames';
import { python2 } from './python/python2';
import { rebinding } from './loops/rebinding';
import { rectifiedBias } from './expressions/rectifiedBias';
import { reorderings } from './axes/reorderings';
import { repeatedChanges } from './loops/repeatedChanges';
import { firstExamples, reshapedOrder, unorderedReshape, viewedRows } from './axes/reshapedOrder';
import { returns } from './loops/returns';
import { rolls } from './window/indices/rolls';
import { placeOfEachRow, scatterSlice } from './gradient/scatter';
import { sharedMasks } from './gradient/sharedMasks';
import { planeMasks } from './gradient/planeMasks';
import { shadowedNames } from './loops/shadowedNames';
import { sharedSizes } from './window/sizes/sharedSizes';
import { shapes } from './axes/shapes';
import { siblingStatements } from './loops/siblingStatements';
import { spacedCells } from './window/indices/spacedCells';
import { spread } from './gradient/spread';
import { staleShapes } from './loops/staleShapes';
import { statements } from './loops/statements';
import { steppedIndices } from './window/indices/steppedIndices';
import { strings } from './expressions/strings';
import { substitutions } from './expressions/substitutions';
import { surplus } from './expressions/surplus';
import { swappedArguments } from './expressions/swappedArguments';
import { terms } from './window/terms';
import { tiles } from './axes/tiles';
import { truths } from './python/truths';
import { turnedGradients } from './gradient/turnedGradients';
import { twinCounters } from './window/indices/twinCounters';
import { unboundNames } from './loops/unboundNames';
import { unreadValues } from './expressions/unreadValues';
import { unsetAttributes } from './python/unsetAttributes';
import { unusedValues } from './python/unusedValues';
import { windowEnd } from './window/windowEnd';
import { windowPosition } from './window/windowPosition';
import { windowStartFormula } from './window/windowStart';
import { wholeArrays } from './window/indices/wholeArrays';
import { writtenKernel } from './window/sizes/writtenKernel';
import { writtenNumbers } from './window/sizes/writtenNumbers';

export const REPAIR_KINDS: readonly RepairKind[] = [
  python2,
  windowStartFormula,
  sharedSizes,
  writtenNumbers,
  windowEnd,
  mirrored,
  gradientIndex,
  gradientValue,
  composedLayers,
  croppedGradient,
  windowPosition,
  steppedIndices,
  indexedSums,
  spacedCells,
  missingUpdates,
  missingGradients,
  missingBindings,
  missingUnpacking,
  missingPairs,
  missingResults,
  missingMatrices,
  missingStores,
  missingBranches,
  kept,
  lateUpdates,
  earlyReads,
  exhausted,
  unusedValues,
  arrayForms,
  unreadValues,
  unboundNames,
  unsetAttributes,
  callForms,
  lateBinding,
  nonlocalNames,
  loops,
  shadowedNames,
  conditionalValues,
  movedStarts,
  staleShapes,
  earlySteps,
  divisors,
  dictionaryKeys,
  keptEntries,
  dilatedPositions,
  mutableDefaults,
  sharedState,
  repeatedChanges,
  negativeIndices,
  openSlices,
  truths,
  accumulators,
  dtypes,
  bytes,
  bias,
  biasGradients,
  rectifiedBias,
  masks,
  sharedMasks,
  planeMasks,
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
  turnedGradients,
  missingPad,
  padding,
  paddingOffsets,
  calls,
  inputStarts,
  rebinding,
  reorderings,
  reshapedOrder,
  unorderedReshape,
  viewedRows,
  firstExamples,
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
  missingFactors,
  swappedArguments,
  strings,
  constants,
  insertions,
  siblingStatements,
  expressions,
  exchanges,
  layout,
  outputSizeFormula,
  writtenKernel,
  scatterSlice,
  placeOfEachRow,
  terms,
  shapes,
  wholeArrays,
  movedFactors,
  twinCounters,
  tiles,
  surplus,
  omissions,
  substitutions,
];
