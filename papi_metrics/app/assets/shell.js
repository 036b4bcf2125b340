// Runs once a browser page: Vietnamese for Streamlit's own texts, links inside the app without a reload, keys for links,
// colours of pop-ups, the name of who works here, a question before unsaved work is lost. Streamlit offers none of these.
// __WORDS__ is replaced by {exact, patterns} when the page is built.
(() => {
  const words = __WORDS__;
  if (window.papiShell) return;
  window.papiShell = true;
  const root = document.documentElement;
  root.lang = "vi";

  // Calendar, numbers and first day of the week follow the browser's language; offices have English browsers too.
  for (const [name, value] of [["language", "vi-VN"], ["languages", ["vi-VN", "vi"]]])
    Object.defineProperty(navigator, name, { get: () => value, configurable: true });
  window[Symbol.for("react-aria.i18n.locale")] = "vi-VN";
  window.dispatchEvent(new Event("languagechange"));
  // Widgets drawn before this ran took the old language from the app, which looks again whenever it draws itself
  // anew; after printing it does.
  window.dispatchEvent(new Event("afterprint"));

  const patterns = words.patterns.map(([pattern, to]) => [new RegExp(pattern), to]);
  const spoken = (text) => {
    const bare = text.trim();
    if (!bare || !/[A-Za-z]/.test(bare)) return null;
    if (Object.hasOwn(words.exact, bare)) return words.exact[bare];
    for (const [pattern, to] of patterns)
      if (pattern.test(bare)) return bare.replace(pattern, to).replace(/ · $/, "");
    return null;
  };
  const attributes = ["title", "aria-label", "placeholder", "data-title", "aria-roledescription", "aria-description",
    "aria-valuetext"];
  const sayText = (node) => {
    const said = spoken(node.nodeValue);
    if (said !== null && said !== node.nodeValue.trim()) node.nodeValue = said;
  };
  const sayAttributes = (element) => {
    for (const name of attributes) {
      const text = element.getAttribute(name);
      const said = text && spoken(text);
      if (said && said !== text) element.setAttribute(name, said);
    }
  };
  const say = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return sayText(node);
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    sayAttributes(node);
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    while (walker.nextNode())
      walker.currentNode.nodeType === Node.TEXT_NODE ? sayText(walker.currentNode) : sayAttributes(walker.currentNode);
  };

  // Pop-ups hang outside the app and would stay light in the dark theme.
  const shade = () => {
    const app = document.querySelector(".stApp");
    const scheme = app && getComputedStyle(app).colorScheme;
    if (scheme && root.style.colorScheme !== scheme) root.style.colorScheme = scheme;
  };

  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "childList") change.addedNodes.forEach(say);
      else if (change.type === "characterData") sayText(change.target);
      else sayAttributes(change.target);
    }
    shade();
  }).observe(document.body, {
    childList: true, characterData: true, subtree: true, attributes: true, attributeFilter: attributes,
  });
  say(document.body);
  shade();

  // Who works here is asked once while the browser is open: a reload begins a new session, which reads the cookie.
  document.addEventListener("input", (event) => {
    if (event.target.closest?.(".st-key-papi-person-field"))
      document.cookie = `papi-person=${encodeURIComponent(event.target.value)};path=/;SameSite=Strict`;
  }, true);

  // A reload ends the session, and with it what the server keeps only there (papi_metrics/app/components/unsaved.py); the
  // texts of a form are not even there before its button is pressed. The browser asks in its own words.
  let typing = "", field = "";
  const fieldOf = (node) => {
    const found = node.closest?.('.st-key-papi-enter-form [class*="st-key-papi-enter-"]');
    return found ? [...found.classList].find((name) => name.startsWith("st-key-papi-enter-")) : "";
  };
  // Lists and calendars open beside the page, in no form: what is chosen there goes into the field they were opened from.
  for (const kind of ["focusin", "pointerdown"]) document.addEventListener(kind, (event) => {
    if (event.target.closest?.('[data-testid="stMain"]')) field = fieldOf(event.target);
  }, true);
  document.addEventListener("input", (event) => { typing = fieldOf(event.target) || typing; }, true);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.getAttribute?.("role") === "combobox") typing = fieldOf(event.target) || typing;
  }, true);
  document.addEventListener("click", (event) => {
    if (event.target.closest?.('[data-testid="stFormSubmitButton"]')) typing = "";
    else if (event.target.closest?.('[role="option"], [role="gridcell"]')) typing = field || typing;
  }, true);
  window.addEventListener("beforeunload", (event) => {
    if (document.querySelector(".papi-unsaved") || document.getElementsByClassName(typing).length) event.preventDefault();
  });

  // A key goes the way of the link that names it (Trình chiếu). While somebody types or chooses, it belongs to the field.
  const fields = "input, textarea, select, [contenteditable=true], [role=combobox], [role=listbox], "
    + "[role=dialog]";
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.repeat || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    if (event.target.closest?.(fields) || document.querySelector("[role=listbox], [role=dialog]")) return;
    const link = [...document.querySelectorAll("a.papi-go[aria-keyshortcuts]")].find(
      (one) => one.getAttribute("aria-keyshortcuts").split(" ").includes(event.key));
    if (!link) return;
    event.preventDefault();
    link.click();
  });

  // A link to a page of this app goes the way of the browser's back button: same session, no reload.
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a.papi-go[href]");
    if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const to = new URL(link.getAttribute("href"), document.baseURI);
    if (to.origin !== location.origin) return;
    event.preventDefault();
    history.pushState({}, "", to);
    window.dispatchEvent(new PopStateEvent("popstate"));
    document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
    // On a phone the sidebar lies over the page it leads to.
    if (matchMedia("(max-width: 740px)").matches && link.closest('[data-testid="stSidebar"]'))
      document.querySelector('[data-testid="stSidebarCollapseButton"] button')?.click();
  });
})();
