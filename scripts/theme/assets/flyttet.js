// A former address leads on: to the clause that the old fragment names, when the page lists it. Of a document that became
// part of another ("delt") the page stays when it does not: the same number is something else there.
(() => {
  const link = document.querySelector("[data-flyttet]");
  if (!link) return;
  let old = "";
  try { old = decodeURIComponent(location.hash.slice(1)); } catch { /* a broken fragment names no clause */ }
  const clause = old && document.getElementById(old)?.querySelector("a");
  if (old && !clause && link.dataset.flyttet) return;
  location.replace(clause ? clause.href : link.href + location.hash);
})();
