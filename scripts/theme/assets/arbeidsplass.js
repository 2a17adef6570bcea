// Min arbeidsplass: kommune or unit, and role, chosen once and kept in this browser only. Nothing is sent.
(() => {
  const KEY = "arbeidsplass";
  const base = document.currentScript.dataset.base.replace(/\/?$/, "/");
  // Under file:// a folder does not show its index page, so the address must name it.
  const pageAt = (path) => `${base}${path}/${location.protocol === "file:" ? "index.html" : ""}`;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const form = document.querySelector("[data-arbeidsplass]");
  let picked = "";

  const read = () => { try { return JSON.parse(localStorage.getItem(KEY)) || {}; } catch { return {}; } };
  const write = (chosen) => {
    try {
      if (chosen.sted || chosen.rolle) localStorage.setItem(KEY, JSON.stringify(chosen)); else localStorage.removeItem(KEY);
    } catch { /* the choice lasts for this page */ }
    show(chosen);
  };

  // A shared link: /#kommune=3403&rolle=fastlege, or ?kommune=… on any page. What it does not name, or what is not known,
  // stays as it was. The address is cleaned afterwards.
  async function shared() {
    const hash = form && location.hash.includes("="), given = new URLSearchParams(hash ? location.hash.slice(1) : location.search);
    const [kommune, sted, rolle] = ["kommune", "sted", "rolle"].map((name) => given.get(name) || "");
    // On other pages ?sted=… and ?rolle=… choose rows of a table.
    if (form ? !(kommune || sted || rolle) : !kommune || document.querySelector("[data-filter]")) return;
    const place = kommune || sted, id = /^\d{4}$/.test(place) ? `k-${place}` : place;
    const { elements } = form ?? (await theForm());
    const found = fromForm(elements, id, rolle), known = Object.entries(found).filter(([, value]) => value);
    for (const name of ["kommune", "sted", "rolle"]) given.delete(name);
    history.replaceState(null, "", location.pathname + (!hash && given.size ? `?${given}` : "") + (form ? "" : location.hash));
    if ((id && !found.sted) || (rolle && !found.rolle)) tellUnknown();
    write({ ...read(), ...(found.sted ? { omrade: "" } : {}), ...Object.fromEntries(known) });
  }
  // Which places and roles there are stands on the front page alone.
  async function theForm() {
    const page = await (await fetch(base)).text();
    return new DOMParser().parseFromString(page, "text/html").querySelector("[data-arbeidsplass]");
  }
  function tellUnknown() {
    const note = document.createElement("p");
    note.setAttribute("role", "status");
    note.className = "ukjent-lenke";
    note.textContent = document.documentElement.dataset.sprak === "nn"
      ? "Lenkja du opna, gjeld ein stad eller ei rolle som ikkje finst her. Valet ditt er som før."
      : "Lenken du åpnet, gjelder et sted eller en rolle som ikke finnes her. Valget ditt er som før.";
    document.querySelector("main .tekst").prepend(note);
  }
  function fromForm(elements, sted, rolle) {
    const place = all("option", elements.sted).find((o) => o.value === sted);
    const role = all("option", elements.rolle).find((o) => o.value === rolle);
    return {
      sted: place?.value || "", navn: place?.value ? place.textContent : "",
      omrade: place?.closest("optgroup")?.dataset.omrade || "",
      rolle: role?.value || "", rollenavn: role?.value ? role.textContent : "",
    };
  }

  function show(chosen) {
    if (form) { form.elements.sted.value = chosen.sted || ""; form.elements.rolle.value = chosen.rolle || ""; }
    const role = form?.elements.rolle; // has the name in the language of the page
    const name = [chosen.navn, role?.value ? role.selectedOptions[0].textContent : chosen.rollenavn].filter(Boolean).join(", ");
    document.documentElement.toggleAttribute("data-har-plass", Boolean(name));
    for (const place of all("[data-plass-navn]")) {
      place.textContent = place.closest(".topp") ? chosen.navn || chosen.rollenavn || "Min arbeidsplass" : name;
    }
    document.querySelector("[data-plass]")?.setAttribute("aria-label", name ? `Min arbeidsplass: ${name}` : "Min arbeidsplass");
    ways(chosen);
    contacts(chosen);
    deadlines(chosen);
    for (const way of all(".fremmed [data-for]")) way.hidden = Boolean(chosen.omrade) && way.dataset.for !== chosen.omrade;
    for (const row of all("[data-part]")) row.classList.toggle("mitt", row.dataset.part.split(" ").includes(chosen.sted));
    for (const part of all("[data-omrade]:not(optgroup)")) {
      if (document.body.dataset.slag === "forside") part.hidden = Boolean(chosen.omrade) && part.dataset.omrade !== chosen.omrade;
    }
  }

  // The entrances lead straight to the reader's own helsefellesskap.
  function ways({ omrade, rolle, sted }) {
    for (const link of all("[data-egen]")) {
      link.dataset.felles ??= link.getAttribute("href");
      link.href = omrade ? pageAt(`${omrade}/${link.dataset.egen}`) : link.dataset.felles;
    }
    for (const own of all("[data-min-kommune]")) {
      own.hidden = !/^k-\d/.test(sted || "");
      if (!own.hidden) own.firstElementChild.href = pageAt(`${omrade}/kommune/${sted}`);
    }
    for (const link of all("[data-egen-rolle]")) {
      link.href = rolle ? pageAt(`${omrade ? `${omrade}/` : ""}rolle/${rolle}`) : "#jeg-er";
    }
    for (const link of all("[data-egne-numre]")) {
      const page = /^k-/.test(sted) ? `${omrade}/kommune/${sted}` : `${omrade}/oversikt/kontakter`;
      const filter = /^k-/.test(sted || "k-") ? "" : `?sted=${encodeURIComponent(sted)}`;
      link.href = omrade ? pageAt(page) + filter : "#helsefellesskap";
    }
    for (const link of all("[data-egen-side]")) link.href = omrade ? `${pageAt(omrade)}#avtaler` : "#helsefellesskap";
    for (const link of all("[data-del]")) {
      const place = /^k-\d/.test(sted || "") ? ["kommune", sted.slice(2)] : ["sted", sted || ""];
      const chosen = new URLSearchParams([place, ["rolle", rolle || ""]].filter((p) => p[1]));
      link.href = `${base}${location.protocol === "file:" ? "index.html" : ""}#${chosen}`;
    }
  }

  // Whether a number is that of an office, and the offices are closed now.
  function isShut(link) {
    const now = new Date(), hour = now.getHours(), isClosed = now.getDay() % 6 === 0 || hour < 8 || hour >= 16;
    return isClosed && /^(Hver|Kvar)dag/.test(link.querySelector("small")?.textContent);
  }

  // On a phone the first number that answers and is not the reader's own is beside the contents, until the page itself
  // starts with one.
  function nearest(rolle) {
    const link = document.querySelector(".til-kontakt");
    if (!link || document.querySelector(".ring:not(.rolig)")) return;
    link.alle ??= link.cloneNode(true);
    const mine = rolle && document.querySelector(`.kontakt[data-rolle="${CSS.escape(rolle)}"] tr.mitt a[href^="tel:"]`)?.href;
    const others = all(`.rolig a[href^="tel:"]`).filter((a) => !rolle || (a.dataset.ring !== rolle && a.href !== mine));
    const call = others.find((a) => !isShut(a)) ?? others[0];
    const [who, ...rest] = (call ?? link.alle).cloneNode(true).childNodes;
    link.href = (call ?? link.alle).getAttribute("href");
    link.replaceChildren(who.textContent.replace(/^.*: /, ""), ...rest); // the pill says «Telefon: fastlege»
  }

  // Beside the role's name the number of the place picked on this page, else of the reader's own; the whole list is folded.
  function contacts({ sted, rolle }) {
    const places = [picked, sted].filter(Boolean);
    for (const contact of all(".kontakt")) {
      // A row of the place itself comes before one of a unit that covers it, so that a ward keeps its own number.
      const rowOf = (how, id) => contact.querySelector(`tr[data-${how}"${CSS.escape(id)}"]`);
      const row = ["sted=", "dekker~="].flatMap((how) => places.map((id) => rowOf(how, id))).find(Boolean);
      const mine = contact.querySelector("[data-min-kontakt]");
      if (row) contact.dataset.mitt = row.cells[0].textContent; else delete contact.dataset.mitt;
      if (mine) mine.replaceChildren(...(row ? [...row.cells].flatMap((cell) => [...cell.cloneNode(true).childNodes, " "]) : []));
      for (const one of all("tr", contact)) one.classList.toggle("mitt", one === row);
    }
    for (const link of all("[data-ring]")) {
      link.dataset.velg ??= link.lastElementChild.textContent;
      link.dataset.kontakt ??= link.getAttribute("href");
      const number = document.querySelector(`.kontakt[data-rolle="${CSS.escape(link.dataset.ring)}"] tr.mitt a[href^="tel:"]`);
      link.href = number?.href || link.dataset.kontakt;
      link.lastElementChild.textContent = number?.textContent || link.dataset.velg;
    }
    nearest(rolle);
    for (const entry of all("[data-numre]")) {
      const place = entry.querySelector("[data-mitt-nummer]");
      const number = JSON.parse(entry.dataset.numre)[sted];
      if (!place) continue;
      place.alle ??= place.firstElementChild; // the way to the numbers of all places
      place.replaceChildren(number ? phone(number) : place.alle);
    }
  }

  function phone(number) {
    const link = document.createElement("a");
    link.className = "telefon";
    link.href = `tel:${number.replace(/[^\d+]/g, "")}`;
    link.textContent = number;
    return link;
  }

  // The reader's own deadlines first, on pages that apply to the reader.
  function deadlines({ omrade, rolle }) {
    const home = document.documentElement.dataset.gjelder, holds = !omrade || !home || omrade === home;
    for (const list of all("ul.frister")) {
      for (const item of all("li", list).reverse()) {
        item.querySelector(".din")?.remove();
        if (!rolle || !holds || item.dataset.rolle !== rolle) continue;
        const mark = document.createElement("span");
        mark.className = "din";
        mark.textContent = "Din frist";
        item.append(mark);
        list.prepend(item);
      }
    }
  }

  // On a page with long lists of numbers the place of the patient can be picked, for this page only: staff at a hospital
  // ring another kommune for the next patient. A search that named a kommune has picked it already.
  for (const picker of all(".velg-sted select")) {
    const covered = [...picker.options].slice(1).map((option) => [option.value, option.textContent]);
    const rows = all(".kontakt tr[data-sted]").map((row) => [row.dataset.sted, row.cells[0].textContent]);
    const named = new Map([...rows, ...covered]);
    picker.length = 1;
    picker.append(...[...named].sort((a, b) => a[1].localeCompare(b[1], "nb")).map(([id, name]) => new Option(name, id)));
    const pick = () => {
      const asked = new URLSearchParams(location.hash.slice(1)).get("kommune");
      if (named.has(asked)) picked = picker.value = asked;
    };
    picker.value = named.has(read().sted) ? read().sted : "";
    pick();
    addEventListener("hashchange", () => { pick(); contacts(read()); });
    const told = document.createElement("p");
    const shows = document.documentElement.dataset.sprak === "nn" ? "Viser numra for" : "Viser numrene for";
    told.className = "skjult";
    told.setAttribute("role", "status");
    picker.parentElement.after(told);
    picker.addEventListener("change", () => {
      picked = picker.value;
      contacts(read());
      told.textContent = picked ? `${shows} ${named.get(picked)}.` : "";
    });
  }

  form?.addEventListener("submit", (event) => {
    event.preventDefault();
    write(fromForm(form.elements, form.elements.sted.value, form.elements.rolle.value));
    document.querySelector("[data-for-deg]").scrollIntoView({ block: "center" });
    document.querySelector("[data-egen-rolle]").focus();
  });
  for (const button of all("[data-glem]")) {
    button.addEventListener("click", () => { write({}); document.getElementById("min-arbeidsplass").focus(); });
  }
  show(read());
  shared().catch(() => {}); // a page opened from a disk may not read another
})();
