'use strict';
// Loaded by `callsim exec` into programs of Node. Versions that know NODE_USE_ENV_PROXY (22.21 and
// 24 on) find the proxy by themselves. In older ones, TLS connections to the hosts that the
// simulator answers for are led to its proxy, which takes a bare handshake too.
const [major, minor] = process.versions.node.split('.').map(Number);
const knowsProxy = major >= 24 || (major === 22 && minor >= 21);
const { CALLSIM_HOSTS: hosts, HTTPS_PROXY: proxy } = process.env;

if (!knowsProxy && hosts && proxy) {
  const tls = require('node:tls');
  const answered = new Set(hosts.split(','));
  const { hostname, port } = new URL(proxy);
  const connect = tls.connect;
  tls.connect = function (...given) {
    // tls.connect(options), (port, options), (port, host, options), each with a callback
    const options = given.find((value) => value !== null && typeof value === 'object');
    const name = options?.servername || options?.host || given[1];
    const target = options?.port ?? given[0];
    if (!answered.has(name) || Number(target) !== 443 || options?.socket) {
      return connect.apply(this, given);
    }
    const callback = given.find((value) => typeof value === 'function');
    return connect.call(this, { ...options, host: hostname, port, servername: name }, callback);
  };
  require('node:module').syncBuiltinESMExports();
}
