// Runs before the first paint: light or dark as the reader chose, and room for what a chosen workplace adds.
(() => {
  const root = document.documentElement;
  const kept = (key) => { try { return localStorage.getItem(key); } catch { return null; } };
  const chosen = kept("tema");
  const dark = chosen ? chosen === "slate" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.tema = dark ? "slate" : "default";
  root.classList.add("js");
  if (kept("arbeidsplass")) root.dataset.harPlass = "";
})();
