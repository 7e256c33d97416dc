/** Words of MATLAB, Julia and R that are not expressions. */
import { oneOf } from '../../../../anyOf';

/** Functions that only show something, and commands. */
export const SHOW_WORDS = oneOf(String.raw`
  disp display fprintf printf puts figure imshow imagesc image title xlabel ylabel subplot plot axis colormap
  colorbar hold clear clc close clearvars format pkg more warning save assert tic toc drawnow println print show cat
  message library require suppressPackageStartupMessages using import module set\.seed options par invisible
  stopifnot heatmap rng
`);
export const PRINT_WORDS = /^(?:disp|display|print|println|show|cat|message)$/;
export const BLOCK_ENDS = /^(?:end|endfor|endwhile|endif|endfunction|end_try_catch|endswitch)$/;
export const BLOCK_WORDS = /^(?:for|while|if|function|switch|try|let|begin|struct|quote|do|parfor|module)$/;
