// A timer in the extension host, which all extensions share: where its ticks are late, an extension has held the host. What
// other programs of the machine take does not count: a pause is the time that this thread itself has worked between two ticks.
// It also records the memory that the host's process takes: at most, and after a collection where the file `collect` asks for it.
const { existsSync, openSync, readSync, renameSync, rmSync, writeFileSync } = require('node:fs');
const { Buffer } = require('node:buffer');
const { join } = require('node:path');
const { performance } = require('node:perf_hooks');
const process = require('node:process');
const { setInterval } = require('node:timers');
const { setFlagsFromString } = require('node:v8');
const { runInNewContext } = require('node:vm');
const vscode = require('vscode');

const interval = 10;
/** Milliseconds from which a pause is recorded. */
const shortest = 40;
/** Ticks between two records. */
const storeEvery = 20;

const record = { ticks: 0, pauses: [], memory: 0, most: 0, parts: {}, used: 0 };

exports.probeHost = () => {
  const file = join(vscode.workspace.workspaceFolders[0].uri.fsPath, '.vscode', 'probe.json');
  const collect = join(vscode.workspace.workspaceFolders[0].uri.fsPath, '.vscode', 'collect');
  let lastWorked = worked();
  let lastTime = performance.now();
  setInterval(() => {
    const pause = Math.min(worked() - lastWorked, performance.now() - lastTime - interval);
    record.ticks++;
    record.memory = process.memoryUsage.rss();
    if (record.memory > record.most) {
      record.most = record.memory;
      record.parts = process.memoryUsage();
    }
    if (pause > shortest) record.pauses.push(Math.round(pause));
    if (pause > shortest || record.ticks % storeEvery === 0) {
      if (existsSync(collect)) {
        record.used = usedAfterCollection();
        rmSync(collect);
      }
      store(file);
    }
    [lastWorked, lastTime] = [worked(), performance.now()];
  }, interval);
};

const scheduled = openSync('/proc/thread-self/schedstat', 'r');
const text = Buffer.alloc(100);

/** Milliseconds that this thread has run, as Linux counts them. `readFileSync` would make 64 kB of garbage each time. */
function worked() {
  const length = readSync(scheduled, text, 0, text.length, 0);
  return Number(text.toString('latin1', 0, length).split(' ')[0]) / 1e6;
}

/** Bytes of the heap and of buffers that are still referred to. */
function usedAfterCollection() {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc');
  // What a first collection finalises, a second one frees.
  for (let turn = 0; turn < 3; turn++) collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Written aside and moved, so that a reader sees a whole file. */
function store(file) {
  writeFileSync(`${file}.new`, JSON.stringify(record));
  renameSync(`${file}.new`, file);
}
