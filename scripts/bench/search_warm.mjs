// Warm keystrokes and heap: node --expose-gc search_warm.mjs DIR < ["query", …]
import { readFileSync } from "node:fs";
import { Engine } from "../theme/assets/sok/engine.mjs";

const folder = process.argv[2];
const engine = new Engine(JSON.parse(readFileSync(`${folder}/base.json`, "utf8")), async (name) => new Uint8Array(readFileSync(`${folder}/${name}`)));
const queries = JSON.parse(readFileSync(0, "utf8"));
const times = [];
for (const round of [0, 1, 2]) {
  for (const query of queries) {
    for (let length = 3; length <= query.length; length++) {
      const start = performance.now();
      await engine.search(query.slice(0, length), { typing: true });
      if (round === 2) times.push(performance.now() - start);
    }
  }
}
globalThis.gc?.();
const { heapUsed, arrayBuffers } = process.memoryUsage();
times.sort((a, b) => a - b);
const at = (share) => times[Math.floor(times.length * share)].toFixed(1);
process.stdout.write(`varmt tastetrykk ms median ${at(0.5)} p95 ${at(0.95)}  minne ${((heapUsed + arrayBuffers) / 1e6).toFixed(0)} MB`);
