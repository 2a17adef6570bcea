// The emergency page for who has chosen a workplace, which `eget.js` has put first: the numbers that answer there, in its
// language; the others are folded.
(() => {
  let chosen = {};
  try { chosen = JSON.parse(localStorage.getItem("arbeidsplass")) || {}; } catch { /* nothing chosen */ }
  const { omrade, sted = "", navn } = chosen, all = (selector, within) => [...within.querySelectorAll(selector)];
  const make = (name, ...inside) => { const made = document.createElement(name); made.append(...inside); return made; };
  const part = document.querySelector("section");
  if (part?.dataset.omrade !== omrade) return;
  addEventListener("beforeprint", () => { for (const folded of all("details", part)) folded.open = true; });
  const nynorsk = part.lang === "nn";
  if (nynorsk) for (const one of all("[data-nn]", document)) { one.textContent = one.dataset.nn; one.lang = "nn"; }

  // «00005395 00005408,stord,4614=00005232;…»: numbers, the places for which they answer, and the KAD-lege of a kommune.
  const groups = (part.dataset.egne ?? "").split(";").map((group) => group.split(","));
  const id = sted.replace("k-", ""), isOwn = (one) => one.split("=")[0] === id;
  const own = groups.find(([, ...places]) => places.some(isOwn));
  if (!own) return;
  const has = ([numbers], item) => numbers.split(" ").includes(item.firstElementChild.getAttribute("href").slice(4));
  for (const list of all(".numre", part)) {
    const others = all("li", list).filter((item) => !has(own, item) && groups.some((group) => has(group, item)));
    if (!others.length) continue;
    const rest = list.cloneNode();
    rest.append(...others);
    list.after(make("details", make("summary", nynorsk ? "Andre stader" : "Andre steder"), rest));
  }

  const title = part.querySelector("h2"), doctor = part.querySelector("[data-kad]"), home = part.querySelector("[data-hjemme]");
  if (id === sted) return title.append(` – ${navn}`);
  const page = make("a", navn), phone = own.find(isOwn).split("=")[1];
  page.href = `../${omrade}/kommune/${sted}/${location.protocol === "file:" ? "index.html" : ""}`;
  title.append(" – ", page);
  if (phone) {
    doctor.href = `tel:${phone}`;
    doctor.replaceChildren(make("b", phone.replace(phone.length > 6 ? /\d\d(?!$)/g : /\d{3}(?!$)/g, "$& ")), " ", navn);
  }
  if (home) {
    const list = home.parentElement.cloneNode();
    list.append(home);
    title.parentElement.querySelector("h3").before(list);
  }
})();
