/** Opens a layer although a value of the text is wrong: a neutral value replaces it and the error is shown at its field. */
import { LensError, type FieldId, type Message } from '../../../core/message';
import type { Choices } from '../../../core/setup/Setup';
import type { Tools } from '../../../core/setup/Tools';
import { firstError } from '../source/readSource';
import { openLayer, type LayerPicture, type LayerRequest, type TimelinePlace } from './LayerPicture';

export interface Opened {
  readonly picture: LayerPicture;
  readonly errors: ReadonlyMap<string, Message>;
}

/** Values that fit every input, by the field at fault. */
const NEUTRAL: Partial<Record<FieldId, Choices>> = {
  gradient: { gradientChoice: 'output' },
  filter: { filterChoice: 'sobelX' },
  bias: { biasChoice: 'none' },
  kernel: { kernel: '1' },
  stride: { stride: '1' },
  pad: { pad: '0' },
  dilation: { dilation: '1' },
  groups: { groups: '1' },
  paddingMode: { paddingMode: 'zeros' },
  mode: { mode: 'max' },
};

/** Throws the LensError of a value that has no neutral replacement. */
export function openWithFallbacks(request: LayerRequest, place: TimelinePlace | undefined, tools: Tools): Opened {
  const { meaning } = request;
  const errors = new Map<string, Message>();
  let choices = request.choices;
  for (;;) {
    try {
      return { picture: openLayer({ ...request, choices }, place, tools), errors };
    } catch (error) {
      // The array that would be the input could not be read.
      if (error instanceof LensError && error.field === 'input') throw firstError(meaning.parsed.errors) ?? error;
      // A call has its own values: others would be another layer.
      if (meaning.call) throw error;
      const neutral = error instanceof LensError && error.field ? NEUTRAL[error.field] : undefined;
      if (!(error instanceof LensError) || !error.field || !neutral || errors.has(fieldOf(error.field))) throw error;
      errors.set(fieldOf(error.field), error.detail);
      choices = { ...choices, ...neutral };
    }
  }
}

/** The panel's field at which an error of the core belongs. */
export function fieldOf(field: FieldId): string {
  switch (field) {
    case 'input':
    case 'filter':
    case 'bias':
    case 'gradient':
      return `${field}Choice`;
    case 'kernel':
    case 'stride':
    case 'pad':
    case 'dilation':
    case 'groups':
    case 'mode':
    case 'paddingMode':
    case 'outputPadding':
      return field;
  }
}
