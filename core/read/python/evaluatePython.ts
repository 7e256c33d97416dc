/**
 * NumPy code without Python: parses the text and evaluates a small, known part of the language and of NumPy by our own code.
 * Nothing of the text is executed; work and memory are bounded by a counter.
 */
import { LensError } from '../../message';
import type { ParseResult } from '../ParseResult';
import { Context } from './run/Context';
import { Interpreter } from './run/Interpreter';
import { resultOf } from './run/resultOf';
import { Scope } from './run/Scope';
import { chunksOf } from './syntax/chunks';
import { maskDisplays } from './syntax/display';
import { NotCode, parseChunk } from './syntax/parseChunk';
import { blankPrompts } from './syntax/prompts';

/** Work that parsing a character stands for. */
const WORK_PER_CHARACTER = 200;

/** Never throws for what the text holds. */
export function evaluatePython(text: string): ParseResult {
  return evaluateCounted(text).result;
}

/** With the work that was done, in the units of `MAX_WORK`, which it never passes. */
export function evaluateCounted(text: string): { result: ParseResult; work: number } {
  const context = new Context();
  const scope = new Scope();
  const interpreter = new Interpreter(text, scope, context);
  const masked = maskDisplays(blankPrompts(text));
  let skipping = false;
  for (const chunk of chunksOf(masked.text)) {
    const [start, end] = chunk.range;
    try {
      context.spend((end - start) * WORK_PER_CHARACTER);
      const statements = parseChunk(masked, chunk);
      skipping &&= statements.length === 0;
      interpreter.runAll(statements);
    } catch (error) {
      if (error instanceof NotCode) {
        context.reportSkipped(error.range, skipping);
        skipping = true;
      } else if (error instanceof LensError) context.report(error, masked.origin(start, end));
      else throw error;
    }
  }
  const result = resultOf(scope, interpreter.loose, context);
  return { result, work: context.spent };
}
