/** A variable at a breakpoint as arrays, read in the way that its debugger allows. */
import { LensError, msg } from '../../../core/message';
import { accessChain } from '../../../core/read/debug/accessChain';
import { debuggerKind } from '../../../core/read/debug/debuggers';
import { isAbbreviated, literalOfPrint } from '../../../core/read/debug/literalOfPrint';
import type { ParsedArray } from '../../../core/read/ParseResult';
import { PartsReader } from './PartsReader';
import { readJavaScript } from './readJavaScript';
import { readPrintedVariable } from './readPrintedVariable';
import { readPython } from './readPython';
import type { Evaluated, ReadControl, StoppedFrame } from './StoppedFrame';

/** `text` must be a chain of names, attributes and indices: nothing else is ever sent. Throws a LensError. */
export async function readVariable(
  frame: StoppedFrame,
  text: string,
  control: ReadControl,
): Promise<readonly ParsedArray[]> {
  const chain = accessChain(text);
  if (chain === undefined) {
    throw new LensError(
      msg(
        '“{0}” is not a name with attributes or indices: only such are asked of a debugger',
        text.slice(0, 80).trim(),
      ),
    );
  }
  switch (debuggerKind(frame.debuggerType)) {
    case 'python':
      return [await readPython(frame, chain, control)];
    case 'javascript':
      return readJavaScript(frame, chain, control);
    case 'other':
      return readShown(frame, await printed(frame, chain), chain, control);
  }
}

/** A value as the debugger shows it, by its elements and members where the debugger lists them. Throws a LensError. */
export async function readShown(
  frame: StoppedFrame,
  shown: Evaluated,
  chain: string,
  control: ReadControl,
): Promise<readonly ParsedArray[]> {
  // The debugger of Go prints all of a value.
  const literal =
    frame.debuggerType === 'go' ? undefined : await new PartsReader(frame, control).literalOf(shown, chain);
  if (literal !== undefined) return readPrintedVariable(literal, chain, 'cpp', control);
  if (shown.result.trim() === '{...}') {
    throw new LensError(msg('the debugger lists no elements of {0}: {1}', chain, shown.type ?? shown.result));
  }
  if (isAbbreviated(shown.result)) {
    throw new LensError(
      msg('the debugger prints only a part of {0}; in gdb, “set print elements 0” makes it print all', chain),
    );
  }
  return readPrintedVariable(literalOfPrint(shown.result, control.maxElements), chain, frame.languageId, control);
}

/** Not every debugger knows the context `clipboard`. */
async function printed(frame: StoppedFrame, chain: string): Promise<Evaluated> {
  try {
    return await frame.evaluate(chain, 'clipboard').catch(() => frame.evaluate(chain, 'watch'));
  } catch (error) {
    throw new LensError(msg('{0} cannot be read: {1}', chain, error instanceof Error ? error.message : String(error)));
  }
}
