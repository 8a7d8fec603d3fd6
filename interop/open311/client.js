'use strict';

// Drives the npm client open311 through a node and compares what comes back with what went in.
// Environment: BASE, the node's base URL; KEY, an API key of a reporter; SERVICES, the services file.

const assert = require('node:assert/strict');
const crypto = require('node:crypto');
const fs = require('node:fs');
const Open311 = require('open311');

// The SHA-256 of open311.js in open311@0.0.12: the client is not modified.
const CLIENT = 'b66ef0d032f1f42e0ee7f1e3ede2c6e4d5ec1c2f33c3deb16108d09c8b4f67e2';
const PATIENCE = 15_000;
const MINUTE = 60_000;

const { BASE, KEY } = process.env;
const offered = JSON.parse(fs.readFileSync(process.env.SERVICES, 'utf8'));

const node = new Open311({
  discovery: `${BASE}/open311/v2/discovery.json`,
  jurisdiction: '15.71',
  apiKey: KEY,
});
const stranger = new Open311({ endpoint: `${BASE}/open311/v2/`, apiKey: `${KEY}x` });

const pothole = {
  service_code: 'jalan-rusak',
  lat: -1.6101,
  long: 103.6131,
  address_string: 'Jl. Prof. HM Yamin, Kota Jambi',
  description: 'Lubang “besar” & dalam: 50% lajur + bahu\nDekat jembatan, ±2 m.',
  first_name: 'Pelapor',
  last_name: 'Rekaan',
  email: 'pelapor.rekaan@example.invalid',
  phone: '+62-000-0000-0000',
  attributes: { jenis: 'lubang', bahaya: ['gelap', 'ramai'], panjang: 2.5 },
};

/** Calls a method of the client; resolves to what its callback gets. */
function call(client, method, ...args) {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`no answer in ${PATIENCE} ms`)), PATIENCE);
    client[method](...args, (error, data) => {
      clearTimeout(late);
      resolve({ error, data });
    });
  });
}

/** Calls a method that must succeed. */
async function succeed(method, ...args) {
  const { error, data } = await call(node, method, ...args);
  assert.ok(!error, `${method}: ${data}`);
  return data;
}

/** Calls a method that must fail; returns the message the client made of it. */
async function refuse(client, status, method, ...args) {
  const { error, data } = await call(client, method, ...args);
  assert.ok(error, `${method} succeeded`);
  assert.match(data, new RegExp(`: ${status}(;|$)`));
  return data;
}

/** The errors in the message of a refused POST, which quotes the body. */
function errors(message) {
  const list = JSON.parse(message.slice(message.indexOf('; ') + 2));
  assert.ok(Array.isArray(list));
  list.forEach((e) => assert.ok(e.code && e.description, 'each error has a code and a description'));
  return list.map((e) => e.description).join('\n');
}

async function submit(report) {
  const [receipt, ...more] = await succeed('submitRequest', report);
  assert.equal(more.length, 0);
  assert.equal(typeof receipt.service_request_id, 'string');
  assert.equal(receipt.token, undefined, 'an id or a token, not both');
  return receipt.service_request_id;
}

function ids(reports) {
  return reports.map((r) => r.service_request_id).sort();
}

let first;
let second;

const steps = {
  'client is open311@0.0.12 as published': () => {
    const source = fs.readFileSync(require.resolve('open311'));
    assert.equal(crypto.createHash('sha256').update(source).digest('hex'), CLIENT);
  },
  'discovery chooses the endpoint': async () => {
    // The sample node speaks plain HTTP and says so: it is an endpoint for tests.
    const discovery = await succeed('serviceDiscovery', { cache: true, type: 'test' });
    assert.equal(node.endpoint, `${BASE}/open311/v2/`);
    assert.equal(node.format, 'json');
    assert.ok(discovery.contact && discovery.key_service && discovery.changeset);
    assert.ok(discovery.endpoints[0].formats.includes('application/json'));
  },
  'service list': async () => {
    assert.deepEqual(await succeed('serviceList'), offered.services);
  },
  'service definitions': async () => {
    for (const definition of offered.definitions) {
      assert.deepEqual(await succeed('serviceDefinition', definition.service_code), definition);
    }
  },
  'definition of a service without questions': async () => {
    const definition = await succeed('serviceDefinition', 'sampah');
    assert.deepEqual(definition, { service_code: 'sampah', attributes: [] });
  },
  'definition of an unknown service is refused': async () => {
    await refuse(node, 404, 'serviceDefinition', 'tidak-ada');
  },
  'POST gives an id': async () => {
    first = await submit(pothole);
  },
  'reading back gives what was filed': async () => {
    const [report, ...more] = await succeed('serviceRequest', first);
    assert.equal(more.length, 0);
    assert.equal(report.service_request_id, first);
    assert.equal(report.status, 'open');
    assert.equal(report.service_code, pothole.service_code);
    assert.equal(report.service_name, 'Jalan rusak');
    assert.equal(report.description, pothole.description);
    assert.equal(report.address, pothole.address_string);
    assert.equal(report.lat, pothole.lat);
    assert.equal(report.long, pothole.long);
    assert.ok(Math.abs(Date.now() - report.requested_datetime) < MINUTE, 'filed just now');
    assert.ok(report.updated_datetime >= report.requested_datetime);
  },
  'reading back tells nothing of the reporter': async () => {
    const text = JSON.stringify(await succeed('serviceRequest', first));
    for (const field of ['first_name', 'last_name', 'email', 'phone']) {
      assert.ok(!text.includes(field) && !text.includes(pothole[field]), field);
    }
  },
  'POST without a key of its own files another report': async () => {
    second = await submit({ ...pothole, service_code: 'sampah', attributes: {} });
    assert.notEqual(second, first);
  },
  'POST with the same idempotency_key gives the same id': async () => {
    const report = { ...pothole, idempotency_key: crypto.randomUUID() };
    assert.equal(await submit(report), await submit(report));
  },
  'list by ids': async () => {
    assert.deepEqual(ids(await succeed('serviceRequests', [first, second])), [first, second].sort());
  },
  'list by service and status': async () => {
    const filter = { service_code: 'sampah', status: 'open' };
    assert.deepEqual(ids(await succeed('serviceRequests', filter)), [second]);
    assert.deepEqual(await succeed('serviceRequests', { ...filter, status: 'closed' }), []);
  },
  'an unknown report is refused': async () => {
    await refuse(node, 404, 'serviceRequest', 'tidak-ada');
  },
  'an unknown token is refused': async () => {
    await refuse(node, 404, 'token', 'tidak-ada');
  },
  'a mistaken report is refused with every mistake': async () => {
    const report = { service_code: 'jalan-rusak', lat: 91, long: 103.6, attributes: { panjang: 'dua' } };
    const text = errors(await refuse(node, 400, 'submitRequest', report));
    for (const field of ['lat', 'attribute[jenis]', 'attribute[panjang]']) {
      assert.ok(text.includes(field), `${field} in ${text}`);
    }
  },
  'a wrong key is refused': async () => {
    errors(await refuse(stranger, 403, 'submitRequest', pothole));
  },
  'nothing of what was refused is stored': async () => {
    assert.equal((await succeed('serviceRequests', {})).length, 3);
  },
};

async function main() {
  for (const [name, step] of Object.entries(steps)) {
    try {
      await step();
      console.log(`ok      ${name}`);
    } catch (e) {
      console.log(`FAILED  ${name}: ${e.message}`);
      process.exitCode = 1;
    }
  }
}

// The client throws in its own callback when a connection breaks.
process.on('uncaughtException', (e) => {
  console.log(`FAILED  the client threw: ${e.message}`);
  process.exit(1);
});
main();
