/**
 * Property tests draw the same cases in every run, so that a change is what turns them red. FAST_CHECK_SEED=random (or a number)
 * explores others; a failure prints the seed to repeat it with.
 */
import fc from 'fast-check';

const wanted = process.env['FAST_CHECK_SEED'];

if (wanted !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(wanted ?? 20_261_123) });
