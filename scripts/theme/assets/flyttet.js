// A former address leads on: to the clause that the old fragment names, when the page lists it.
(() => {
  const link = document.querySelector("[data-flyttet]");
  if (!link) return;
  let old = "";
  try { old = decodeURIComponent(location.hash.slice(1)); } catch { /* a broken fragment names no clause */ }
  const clause = old && document.getElementById(old)?.querySelector("a");
  location.replace(clause ? clause.href : link.href + location.hash);
})();
