/** From an option as it is written to its value. */
import type { Padding, Pair } from '../../layer/options';
import { LensError, msg, type FieldId } from '../../message';
import type { LayerOptions, OptionName, Written } from './LayerOptions';
import { formatWritten, readPadding, readPaddingMode, readPair, readOneNumber } from './optionText';

type Reader<Name extends OptionName> = (written: Written) => LayerOptions[Name] | undefined;

const READERS: { readonly [Name in OptionName]: Reader<Name> } = {
  kernel: pair('kernel'),
  stride: pair('stride'),
  pad: padding,
  dilation: pair('dilation'),
  groups: (written) => (typeof written === 'number' ? written : readOneNumber('groups', formatWritten(written))),
  paddingMode: (written) => readPaddingMode(formatWritten(written)),
  outputPadding: pair('outputPadding'),
  outputSize: pair('outputPadding'),
  mode: poolingMode,
  ties: (written) => (written === 'first' || written === 'all' ? written : undefined),
  ceilMode: flag,
  countIncludePad: flag,
  kernelFlipped: flag,
};

/** Undefined where the written value has no meaning. Throws a LensError with the option's field where it is wrong. */
export function readOption<Name extends OptionName>(name: Name, written: Written): LayerOptions[Name] | undefined {
  return READERS[name](written);
}

function pair(field: FieldId): (written: Written) => Pair {
  return (written) => (typeof written === 'number' ? written : readPair(field, formatWritten(written)));
}

function padding(written: Written): Padding {
  return typeof written === 'number' ? written : readPadding(formatWritten(written));
}

function poolingMode(written: Written): 'max' | 'average' {
  if (written === 'max' || written === 'average') return written;
  throw new LensError(msg('mode must be max or average, not “{0}”', formatWritten(written)), 'mode');
}

function flag(written: Written): boolean {
  return written === true || written === 1 || written === 'true';
}
