// Leads from a former address to the new one, and from an old fragment to its clause when the page lists that. When it does
// not, the page of a document that was merged into another ("delt") stays, since the same number is another clause there.
(() => {
  const link = document.querySelector("[data-flyttet]");
  if (!link) return;
  let old = "";
  try { old = decodeURIComponent(location.hash.slice(1)); } catch { /* a broken fragment names no clause */ }
  const clause = old && document.getElementById(old)?.querySelector("a");
  if (old && !clause && link.dataset.flyttet) return;
  location.replace(clause ? clause.href : link.href + location.hash);
})();
