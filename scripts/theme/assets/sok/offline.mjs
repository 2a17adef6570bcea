// @ts-check
// From file:// there is neither fetch nor worker: each piece is a script that hands over its bytes.

/** @param {(load: import("./store.mjs").Load) => (question: any) => Promise<any>} start */
export function offline(start) {
  const everywhere = /** @type {any} */ (globalThis);
  const { folder } = everywhere.avtaleverkSok;
  /** @type {Map<string, (data: Uint8Array) => void>} */
  const waiting = new Map();
  everywhere.avtaleverkSokFil = (/** @type {string} */ name, /** @type {string} */ data) => {
    waiting.get(name)?.(Uint8Array.from(atob(data), (c) => c.charCodeAt(0)));
  };
  everywhere.avtaleverkSok.engine = start((name) => new Promise((resolve, reject) => {
    waiting.set(name, resolve);
    const script = document.createElement("script");
    script.src = `${folder}${name}.js`;
    script.onerror = () => reject(new Error(name));
    document.head.append(script);
  }));
}
