// Runs before the first paint: the reader's choice of light or dark, or the system's.
(() => {
  const chosen = (() => { try { return localStorage.getItem("tema"); } catch { return null; } })();
  const dark = chosen ? chosen === "slate" : matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.dataset.tema = dark ? "slate" : "default";
  document.documentElement.classList.add("js");
})();
