/**
 * The options that are stated: by a call, whose options have values; by hyperparameters of the text and by fields of the panel,
 * which are read when the layer asks for them. What a layer does not ask for may be anything.
 */
import type { Choices } from './Choices';
import type { LayerOptions, OptionName, Written } from './LayerOptions';
import { readOption } from './readOption';
import { formatOption, formatWritten } from './optionText';

export class StatedOptions {
  /** `written` comes before `values`. */
  constructor(
    private readonly values: Partial<LayerOptions>,
    private readonly written: Readonly<Record<string, Written>> = {},
  ) {}

  /** These options, replaced by those of the fields that the user has filled in. */
  with(choices: Choices): StatedOptions {
    return new StatedOptions(this.values, { ...this.written, ...choices });
  }

  /** These options, and the given ones where nothing is stated. */
  withDefaults(defaults: Partial<LayerOptions>): StatedOptions {
    return new StatedOptions({ ...defaults, ...this.values }, this.written);
  }

  /** Undefined where the option is not stated. Throws a LensError with its field where what is written is wrong. */
  get<Name extends OptionName>(name: Name): LayerOptions[Name] | undefined {
    const written = this.written[name];
    return written === undefined ? this.values[name] : readOption(name, written);
  }

  /** The option as its field shows it: as typed where the user has typed it. */
  text(name: OptionName): string | undefined {
    const written = this.written[name];
    if (written !== undefined) return formatWritten(written);
    const value = this.values[name];
    return value === undefined ? undefined : formatOption(value);
  }
}
