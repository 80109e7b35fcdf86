// Node-RED for the benchmark: no editor, no page, memory for state, the rules as the workload tells them.
module.exports = {
  uiHost: '127.0.0.1',
  uiPort: 0,
  disableEditor: true,
  httpAdminRoot: false,
  httpNodeRoot: false,
  flowFile: 'flows.json',
  credentialSecret: false,
  mqttReconnectTime: 1000,
  logging: { console: { level: 'info', metrics: false, audit: false } },
  functionGlobalContext: { rules: require('./rules.json') },
  exportGlobalContextKeys: false,
};
