// Answers queries with the product's own browser code: node search_node.mjs DIR < {"id": "query"} > {"id": [document, …]}
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { Engine } from "../theme/assets/sok/engine.mjs";

const folder = process.argv[2];
const load = async (name) => new Uint8Array(await readFile(`${folder}/${name}`));
const engine = new Engine(JSON.parse(await readFile(`${folder}/base.json`, "utf8")), load);
const queries = JSON.parse(readFileSync(0, "utf8"));
const answers = {};
for (const [id, query] of Object.entries(queries)) {
  const { jumps, hits } = await engine.search(query, { limit: 10 });
  answers[id] = [...new Set([...jumps, ...hits].map((hit) => hit.address))].slice(0, 10);
}
process.stdout.write(JSON.stringify(answers));
