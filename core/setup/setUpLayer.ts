/** From what was selected to a layer that can be stepped: roles, layout, hyperparameters, and what was assumed. */
import { LensError, msg } from '../message';
import type { ParseResult } from '../read/ParseResult';
import type { HelperName, Layer } from '../step/Layer';
import type { Choices, Intent, LayerKind, Setup, RequestedKind } from './Setup';
import { plainTools, type Tools } from './Tools';
import { assemble, begin } from './operations/assembly';
import { setUpConv } from './operations/convSetup';
import { readIntent } from './readIntent';
import { setUpPool } from './operations/poolSetup';
import { setUpRelu } from './operations/reluSetup';
import { setUpTranspose } from './operations/transposeSetup';

type SetUp = (intent: Intent, choices: Choices, tools: Tools) => Setup;

const SETUPS: Readonly<Record<LayerKind, SetUp>> = {
  conv: setUpConv,
  convTranspose: setUpTranspose,
  pool: setUpPool,
  relu: setUpRelu,
  pad: setUpPad,
};

/** Throws a LensError, with the field at fault where there is one, when nothing can be computed. */
export function setUpLayer(
  parsed: ParseResult,
  requested: RequestedKind,
  choices: Choices = {},
  tools: Tools = plainTools,
): Setup {
  const intent = readIntent(parsed, requested, choices);
  const setup = SETUPS[intent.kind](intent, choices, tools);
  const { evidence, helper, fields } = intent;
  if (helper === undefined) return { ...setup, evidence };
  // A helper has only what its call gives it.
  return { ...setup, evidence, layer: asHelper(setup.layer, helper), fields, assumptions: [] };
}

function asHelper(layer: Layer, helper: HelperName): Layer {
  if (layer.kind === 'conv' && helper === 'conv_single_step') return { ...layer, helper };
  if (layer.kind === 'pool' && helper !== 'conv_single_step') return { ...layer, helper };
  return layer;
}

function setUpPad(intent: Intent, choices: Choices): Setup {
  // The field of the pass belongs to other calls of the text.
  const beginning = begin(intent, { ...choices, pass: 'forward' });
  const stated = intent.options.with(choices).withDefaults({ pad: 1 });
  const [pad, text] = [stated.get('pad')!, stated.text('pad')!];
  if (typeof pad !== 'number') throw new LensError(msg('{0} must be one number, not “{1}”', 'pad', text), 'pad');
  const help = msg('cells of zeros on each of the four sides');
  return assemble(beginning, {
    layer: { kind: 'pad', x: beginning.x.array, pad },
    fields: [{ id: 'pad', label: msg('pad'), kind: 'number', value: text, min: 0, help }],
  });
}
