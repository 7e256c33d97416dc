// One extension for all that the tests ask of the extension host, so that they share a window.
const { serveCommands } = require('./commands.cjs');
const { contributeDebugger } = require('./debugger.cjs');
const { contributeEmptyPanel } = require('./emptyPanel.cjs');
const { probeHost } = require('./probe.cjs');
const { contributeTools } = require('./tools.cjs');

exports.activate = (context) => {
  probeHost();
  serveCommands();
  contributeTools(context);
  contributeDebugger(context);
  contributeEmptyPanel(context);
};
