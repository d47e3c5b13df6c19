// Drives @microsoft/teams.graph as it is installed.
// In:  {"baseUrl", "token", "steps": [{"ver", "method", "path", "params", "body"}]} as JSON.
// Out: [{"data"} or {"error": {"name", "statusCode", "code", "message", "innerError"}}] as JSON.
'use strict';
const { Client } = require('@microsoft/teams.graph');

async function main() {
  const { baseUrl, token, steps } = JSON.parse(require('fs').readFileSync(0, 'utf8'));
  const client = new Client({ token, baseUrlRoot: baseUrl });
  const results = [];
  for (const step of steps) {
    // The shape of an endpoint, as @microsoft/teams.graph-endpoints has them.
    const endpoint = () => ({ ...step, paramDefs: { path: Object.keys(step.params ?? {}) } });
    try {
      const data = await client.call(endpoint);
      results.push({ data: data ?? null });
    } catch (error) {
      const { name, statusCode, code, message, body } = error;
      const innerError = body?.error?.innerError;
      results.push({ error: { name, statusCode, code, message, innerError } });
    }
  }
  process.stdout.write(JSON.stringify(results));
}

main();
