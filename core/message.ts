/** An argument for a {0}: a message is a sentence inside the sentence, translated on its own. */
export type MessageArgument = string | number | Message;

/** A user-visible sentence that has not been translated yet: an English template with {0}, {1}, … and its arguments. */
export interface Message {
  readonly text: string;
  readonly args: readonly MessageArgument[];
}

/** Builds a message. `text` must be a literal: the l10n bundles are checked against the literals in the source. */
export function msg(text: string, ...args: MessageArgument[]): Message {
  return { text, args };
}

/** The English sentence, for logs, exceptions and tests. The host and the panel translate `text` first. */
export function formatMessage({ text, args }: Message): string {
  return fillTemplate(text, argumentTexts(args, formatMessage));
}

/** The arguments as they are put in, the sentences among them by `write`. */
export function argumentTexts(
  args: readonly MessageArgument[],
  write: (message: Message) => string,
): (string | number)[] {
  return args.map((argument) => (typeof argument === 'object' ? write(argument) : argument));
}

/** Puts `args` into the {0}, {1}, … of a template that may be a translation. */
export function fillTemplate(template: string, args: readonly (string | number)[]): string {
  return template.replace(/\{(\d+)\}/g, (whole, index: string) => {
    const argument = args[Number(index)];
    return argument === undefined ? whole : String(argument);
  });
}

/** The field of the panel at which an error belongs. */
export type FieldId =
  | 'kernel'
  | 'stride'
  | 'pad'
  | 'dilation'
  | 'groups'
  | 'mode'
  | 'paddingMode'
  | 'outputPadding'
  | 'input'
  | 'filter'
  | 'bias'
  | 'gradient';

/** Every error that the core throws on purpose. `range` is in UTF-16 offsets of the text that was read. */
export class LensError extends Error {
  override readonly name = 'LensError';

  constructor(
    readonly detail: Message,
    readonly field?: FieldId,
    readonly range?: readonly [start: number, end: number],
  ) {
    super(formatMessage(detail));
  }
}

/** What `run` returns; undefined where it throws a LensError. */
export function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    if (error instanceof LensError) return undefined;
    throw error;
  }
}
