// @ts-check
// Names the tests that passed only at a second attempt, at the end of a run.

export default class RetriedReporter {
  /** @param {readonly import('vitest/node').TestModule[]} modules */
  onTestRunEnd(modules) {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const retried = tests.filter((test) => (test.diagnostic()?.retryCount ?? 0) > 0);
    for (const test of retried) console.log(`retried: ${test.module.relativeModuleId} > ${test.fullName}`);
  }
}
