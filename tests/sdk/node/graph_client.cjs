// Drives @microsoft/microsoft-graph-client as it is installed.
// In:  {"baseUrl", "token", "steps": [{"ver", "method", "path", "body"}]} as JSON.
// Out: [{"data"} or {"error": {"name", "statusCode", "code", "message", "requestId"}}] as JSON.
'use strict';
const { Client } = require('@microsoft/microsoft-graph-client');

async function main() {
  const { baseUrl, token, steps } = JSON.parse(require('fs').readFileSync(0, 'utf8'));
  const client = Client.init({
    baseUrl,
    authProvider: (done) => done(null, token),
    // Without it the client keeps its token for Microsoft's own hosts.
    customHosts: new Set([new URL(baseUrl).hostname]),
  });
  const results = [];
  for (const { ver, method, path, body } of steps) {
    try {
      const data = await client.api(path).version(ver)[method](body);
      results.push({ data: data ?? null });
    } catch (error) {
      const { name, statusCode, code, message, requestId } = error;
      results.push({ error: { name, statusCode, code, message, requestId } });
    }
  }
  process.stdout.write(JSON.stringify(results));
}

main();
