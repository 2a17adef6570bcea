// Page behaviour: theme, copying, table of contents, validity, checklists, self-test, paper.
(() => {
  const site = document.currentScript.dataset;
  const root = document.documentElement;
  const nynorsk = root.dataset.sprak === "nn";
  const say = (bokmal, nynorskTekst) => (nynorsk ? nynorskTekst : bokmal);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const make = (tag, text, className) => {
    const element = document.createElement(tag);
    element.textContent = text;
    if (className) element.className = className;
    return element;
  };

  if (nynorsk) {
    for (const part of all("[data-nn]")) {
      part.textContent = part.dataset.nn;
      part.lang = "nn";
    }
  }

  const applyTheme = () => { document.body.dataset.mdColorScheme = root.dataset.tema || "default"; };
  applyTheme();
  for (const button of all("[data-bytt-tema]")) {
    const words = { default: button.textContent, slate: say("Bytt til lys visning", "Byt til lys vising") };
    const tell = () => { button.textContent = words[root.dataset.tema]; };
    tell();
    button.hidden = false;
    button.addEventListener("click", () => {
      root.dataset.tema = root.dataset.tema === "slate" ? "default" : "slate";
      try { localStorage.setItem("tema", root.dataset.tema); } catch { /* the choice lasts for this page */ }
      applyTheme();
      tell();
    });
  }

  // Copying. navigator.clipboard needs https, and many intranets use plain http.
  async function copy(text) {
    try { await navigator.clipboard.writeText(text); return true; } catch { /* fall through */ }
    const field = make("textarea", text, "skjult");
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done;
  }
  // Tells screen readers what just happened: one live region for the whole page.
  const told = make("p", "", "skjult");
  told.setAttribute("role", "status");
  document.querySelector("main").append(told);
  const tellAloud = (text) => { told.textContent = ""; setTimeout(() => { told.textContent = text; }, 50); };

  const copies = (element, given, done) => {
    const words = element.textContent;
    element.hidden = false;
    element.addEventListener("click", async (event) => {
      event.preventDefault();
      if (!(await copy(given()))) return;
      element.textContent = done;
      tellAloud(`${done}: ${given()}`);
      setTimeout(() => { element.textContent = words; }, 2000);
    });
  };
  for (const button of all("[data-kopier]")) copies(button, () => button.dataset.kopier, button.dataset.kopiert);
  for (const link of all("[data-del]")) copies(link, () => link.href, say("Lenken er kopiert", "Lenkja er kopiert"));

  // Table of contents: open beside the text on wide screens, with the current section marked.
  const contents = document.querySelector(".innhold-liste details");
  if (contents && matchMedia("(min-width: 76em)").matches) contents.open = true;
  const places = new Map(all(".innhold-liste a").map((a) => [decodeURIComponent(a.hash.slice(1)), a]));
  const headings = [...places.keys()].map((id) => document.getElementById(id)).filter(Boolean);
  const follow = () => {
    const above = headings.filter((h) => h.getBoundingClientRect().top < innerHeight / 3);
    const here = above.at(-1);
    for (const [id, a] of places) {
      if (!here || id !== here.id) a.removeAttribute("aria-current");
      else if (!a.hasAttribute("aria-current")) {
        a.setAttribute("aria-current", "location");
        const box = a.closest(".innhold-liste");
        box.scrollTop = a.offsetTop - box.clientHeight / 2;
      }
    }
  };
  if (headings.length) {
    let waiting = false;
    addEventListener("scroll", () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => { waiting = false; follow(); });
    }, { passive: true });
    follow();
  }

  // Below the title a line shows which page this is. It overlays the page, so that nothing moves.
  const title = document.querySelector(".sidetopp h1");
  if (title && headings.length) {
    const line = make("p", title.textContent, "her");
    line.hidden = true;
    line.ariaHidden = "true";
    document.body.append(line);
    new IntersectionObserver(([seen]) => { line.hidden = seen.isIntersecting || seen.boundingClientRect.top > 0; }).observe(title);
  }

  // A table is focusable only while it can scroll, so that keyboard users do not stop in tables that fit.
  const scrolling = new ResizeObserver((seen) => {
    for (const { target } of seen) {
      if (target.scrollWidth > target.clientWidth) target.tabIndex = 0; else target.removeAttribute("tabindex");
    }
  });
  for (const table of all(".tabell")) scrolling.observe(table);

  // The menu closes with Escape, and when focus or a click goes elsewhere.
  const menu = document.querySelector(".meny");
  menu?.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && menu.open) { menu.open = false; menu.querySelector("summary").focus(); }
  });
  menu?.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
  });
  document.addEventListener("click", (event) => { if (menu?.open && !menu.contains(event.target)) menu.open = false; });

  // An old copy never claims to be valid, or newly reviewed, when it is not. That it is old, tema.js says.
  const DAY = 86400000;
  const today = new Date(new Date().toDateString());
  const days = (iso) => Math.round((today - new Date(`${iso}T00:00:00`)) / DAY);
  const long = (iso) => new Intl.DateTimeFormat(
    "nb", { day: "numeric", month: "long", year: "numeric" },
  ).format(new Date(`${iso}T00:00:00`));
  for (const validity of all("[data-gyldig-til]")) {
    const { gyldigFra: from, gyldigTil: to } = validity.dataset;
    let warning = "";
    if (to && days(to) > 0) warning = say(`Gyldigheten gikk ut ${long(to)}.`, `Dokumentet gjekk ut ${long(to)}.`);
    else if (from && days(from) < 0) warning = say(`Gjelder først fra ${long(from)}.`, `Gjeld først frå ${long(from)}.`);
    if (warning && !document.querySelector("main .ugyldig")) {
      const note = make("p", warning, "varsel ugyldig");
      note.setAttribute("role", "note");
      document.querySelector(".sidetopp").after(note);
    }
  }

  for (const review of all("[data-neste]")) {
    const { neste: next } = review.dataset;
    if (days(next) > 0 && !review.querySelector(".forfalt")) review.append(" ", make("strong", say(
      `Forfalt: Gjennomgangen skulle ha vært gjort innen ${long(next)}.`,
      `Forfalle: Gjennomgangen skulle ha vore gjord innan ${long(next)}.`), "forfalt"));
  }

  // Checklists are ticked on the screen only: nothing is stored, and one button starts over.
  for (const list of all("ul.contains-task-list")) {
    const boxes = all("[type=checkbox]", list);
    const lead = list.previousElementSibling;
    const above = lead?.matches("p") ? lead : list.closest("section")?.querySelector("h2, h3");
    const name = (above?.textContent ?? "").replace(/:?\s*#?$/, "");
    const button = make("button", "", "knapp");
    let before = null; // what was ticked when the list was emptied, until something is ticked anew
    const tick = (ticked) => { for (const [at, box] of boxes.entries()) box.checked = Boolean(ticked?.[at]); };
    const offer = (undo) => {
      before = undo;
      button.textContent = undo ? say("Angre nullstillingen", "Angre nullstillinga") : say("Nullstill listen", "Nullstill lista");
      if (name) button.setAttribute("aria-label", `${button.textContent}: ${name}`);
    };
    tick(null);
    offer(null);
    if (name) list.setAttribute("aria-label", name);
    button.type = "button";
    button.addEventListener("click", () => {
      const now = boxes.map((box) => box.checked), undo = before;
      if (!undo && !now.includes(true)) return;
      tick(undo);
      offer(undo ? null : now);
      tellAloud(undo ?
        say("Kryssene er tilbake.", "Kryssa er tilbake.") :
        say("Listen er nullstilt. Du kan angre.", "Lista er nullstilt. Du kan angre."));
    });
    list.addEventListener("change", () => offer(null));
    list.after(button);
  }

  // The self-test: choose an answer and see whether it was right. Nothing is stored or sent.
  for (const fieldset of all(".selvtest fieldset")) {
    const outcome = make("p", "", "utfall");
    outcome.setAttribute("role", "status");
    const answer = fieldset.closest("li").querySelector("details");
    for (const item of all("li", fieldset)) {
      const button = make("button", item.textContent, "knapp");
      button.type = "button";
      item.replaceChildren(button);
      button.addEventListener("click", () => {
        const right = button.textContent === fieldset.dataset.svar;
        button.dataset.utfall = right ? "rett" : "galt";
        outcome.textContent = right ?
          say("Riktig.", "Rett.") :
          say("Ikke riktig. Prøv igjen, eller vis svaret.", "Ikkje rett. Prøv igjen, eller vis svaret.");
        if (right) answer.open = true;
      });
    }
    fieldset.append(outcome);
  }

  // Paper: everything folded is opened, and links get numbers and are listed at the end.
  for (const button of all("[data-skriv-ut]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }
  // An address that works elsewhere: below the site's own address or its name, never below the server that shows it now.
  const home = new URL(site.base.replace(/\/?$/, "/"), location.href).href;
  const written = (href) => (href.startsWith(home)
    ? site.adresse.replace(/\/?$/, "/") + href.slice(home.length).replace(/(^|\/)index\.html(?=#|$)/, "$1")
    : href.replace(/^mailto:/, ""));
  const withAddresses = !["rolleark", "perm", "forside", "liste", "helsefellesskap"].includes(document.body.dataset.slag);
  let folded = [], list = null, note = null;
  addEventListener("beforeprint", () => {
    const [others, rest] = [":is(.kontakt[data-mitt] *)", ":not(.kontakt[data-mitt] *)"]
      .map((where) => all(`main details:not([open])${where}`));
    folded = rest;
    for (const part of folded) part.open = true;
    if (others.length && !note) {
      const contacts = others.map((part) => part.closest(".kontakt"));
      const places = [...new Set(contacts.map((contact) => contact.dataset.mitt))].join(" og ");
      const lists = all("main .kontakt details").length; // the roles are named unless it is so for all of them
      const names = contacts.map((contact) => contact.querySelector("strong").textContent).join(", ");
      const whose = contacts.length < lists ? ` (${names})` : "";
      note = make("p", say(
        `Arket har bare numrene for ${places}${whose}. Vil du ha alle, åpner du listene «Alle» før du skriver ut.`,
        `Arket har berre numra for ${places}${whose}. Vil du ha alle, opnar du listene «Alle» før du skriv ut.`));
      document.querySelector(".kontakt").before(note);
    }
    for (const place of all("[data-utskriftsdato]")) {
      place.textContent = `. ${place.dataset.utskriftsdato} ${new Intl.DateTimeFormat("nb", { dateStyle: "long" }).format(new Date())}`;
    }
    if (!withAddresses || list) return;
    const addresses = [];
    for (const a of all("main .tekst a[href]:not(.headerlink, [href^='tel:'], [href^='#'])")) {
      const address = written(a.href);
      if (address === a.textContent) continue; // an e-mail address that is written out already
      if (!addresses.includes(address)) addresses.push(address);
      a.dataset.note = addresses.indexOf(address) + 1;
    }
    if (!addresses.length) return;
    list = make("section", "", "lenkeliste");
    const items = document.createElement("ol");
    items.append(...addresses.map((address) => make("li", address)));
    list.append(make("strong", say("Lenker på siden", "Lenkjer på sida")), items);
    document.querySelector("main .tekst").append(list);
  });
  addEventListener("afterprint", () => {
    for (const part of folded) part.open = false;
    list?.remove();
    note?.remove();
    list = note = null;
  });
})();
