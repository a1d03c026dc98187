"use strict";
// The chat page. Words become text, never HTML. What is said waits in a queue until the server has stored it, and keeps its
// key: however often it is sent, it is there once.
(function () {
  const root = document.documentElement;
  const log = document.getElementById("log");
  const box = document.getElementById("text");
  const say = document.getElementById("say");
  const typing = document.getElementById("typing");
  const notice = document.getElementById("notice");
  const role = new URLSearchParams(location.search).get("vai") || "";
  const offline = document.body.dataset.offline === "1";
  const query = role ? "?vai=" + encodeURIComponent(role) : "";
  const with_ = (path, more) => path + (query ? query + "&" : "?") + more;
  const STORE = "queue:" + role;
  const UNSENT = "Chưa gửi được. Tôi sẽ gửi lại khi có mạng.";
  const ADDRESS = /https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]}…”]/g;
  const PAUSES = [1, 2, 4, 8, 15];
  let seen = Number(document.body.dataset.seen) || 0;
  let tries = 0, sending = false, timer = 0, thinking = 0, source = null, news = 0;

  root.dataset.script = "1";
  document.getElementById("end").remove(); // where the page without script is opened

  // ---- drawing

  function make(tag, className, text) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  }

  function link(url, words) {
    const element = make("a", "", words);
    element.href = url;
    element.rel = "noopener noreferrer";
    element.target = "_blank";
    return element;
  }

  function withAddresses(parent, words) {
    let at = 0;
    for (const found of words.matchAll(ADDRESS)) {
      parent.append(words.slice(at, found.index), link(found[0], found[0]));
      at = found.index + found[0].length;
    }
    parent.append(words.slice(at));
  }

  function piece(words, looks) {
    const holder = document.createDocumentFragment();
    let inner = holder;
    for (const span of looks) {
      const tag = { bold: "strong", italic: "em" }[span[2]];
      if (tag) { const element = make(tag); inner.append(element); inner = element; }
    }
    const led = looks.find((span) => span[2] === "link" && /^(https?|mailto|tel):/i.test(span[3]));
    if (led) inner.append(link(led[3], words)); else withAddresses(inner, words);
    return holder;
  }

  function words(text, spans) {
    const paragraph = make("p");
    const letters = Array.from(text); // places are counted in characters, not in the halves that JavaScript counts
    const edges = [0, letters.length];
    for (const [start, length] of spans) edges.push(start, start + length);
    const cuts = [...new Set(edges)].filter((cut) => cut >= 0 && cut <= letters.length).sort((a, b) => a - b);
    for (let i = 0; i + 1 < cuts.length; i++) {
      const over = spans.filter((span) => span[0] <= cuts[i] && cuts[i] < span[0] + span[1]);
      paragraph.append(piece(letters.slice(cuts[i], cuts[i + 1]).join(""), over));
    }
    return paragraph;
  }

  function attached(file) {
    const element = make("a", file.picture ? "picture" : "file", file.picture ? "" : "Tải về: " + file.name);
    element.href = file.url;
    if (!file.picture) { element.download = file.name; return element; }
    element.target = "_blank";
    element.rel = "noopener";
    const image = make("img");
    image.src = file.url;
    image.alt = file.name;
    image.addEventListener("load", stay);
    element.append(image);
    return element;
  }

  function offered(choices) {
    const form = make("form", "choices now");
    form.method = "post";
    form.action = "/say" + query;
    for (const [label, token] of choices) {
      const button = make("button", "", label);
      button.name = "token";
      button.value = token;
      form.append(button);
    }
    return form;
  }

  function draw(message) {
    const article = make("article", message.mine ? "mine" : "bot");
    article.dataset.key = message.key;
    if (message.place) article.dataset.place = message.place;
    article.append(make("h2", "hidden", message.mine ? "Đồng chí:" : "Đồng Đội:"));
    if (message.text) article.append(words(message.text, message.spans));
    if (message.file) article.append(attached(message.file));
    if (message.choices.length) article.append(offered(message.choices));
    return article;
  }

  // The latest stays in sight, unless somebody has scrolled up to read. A long answer is read from its beginning.
  let atEnd = true;
  function toEnd() { log.scrollTop = log.scrollHeight; atEnd = true; }
  function stay() { if (atEnd) toEnd(); }
  function bring(article) {
    toEnd();
    if (article.offsetHeight > log.clientHeight) log.scrollTop = article.offsetTop - log.offsetTop - 8;
  }

  // The question that still waits for its answer is the bright one; what was answered stays, and stays quiet.
  function emphasise() {
    let asking = null, replied = false;
    for (const article of log.querySelectorAll("article")) {
      const form = article.querySelector("form.choices");
      if (form) { form.classList.remove("now"); asking = form; replied = false; }
      else if (article.classList.contains("mine")) replied = true;
      else if (replied) asking = null;
    }
    if (asking) asking.classList.add("now");
  }

  function show(message) {
    if (message.id) seen = Math.max(seen, message.id);
    for (const id of ["empty", "begin"]) { const old = document.getElementById(id); if (old) old.remove(); }
    const article = draw(message);
    const there = [...log.children].find((one) => one.dataset.key === message.key || (message.place && one.dataset.place === String(message.place)));
    if (there) {
      const focused = there.contains(document.activeElement);
      there.replaceWith(article);
      if (focused) box.focus();
    } else {
      log.append(article);
    }
    // What still waits to be sent stands below everything that was said.
    log.querySelectorAll(".waiting").forEach((one) => log.append(one));
    emphasise();
    if (!there) bring(article);
  }

  function arrived(message) {
    show(message);
    if (message.mine) { drop(message.key.slice(3)); return; }
    think(false);
    if (document.hidden) document.title = "(" + ++news + ") Đồng Đội";
  }

  function think(on) {
    clearTimeout(thinking);
    typing.textContent = on ? "Đồng Đội đang trả lời…" : "";
    if (on) thinking = setTimeout(() => think(false), 20000);
  }

  function tell(text) { if (notice.textContent !== text) notice.textContent = text; }

  // ---- the queue

  const memory = { queue: [] };
  const photos = new Map(); // pictures are too large to be kept over a reload

  function load() {
    try { return JSON.parse(localStorage.getItem(STORE) || "[]"); } catch (fault) { return memory.queue; }
  }

  function save(queue) {
    memory.queue = queue;
    try { localStorage.setItem(STORE, JSON.stringify(queue.filter((one) => !one.photo))); } catch (fault) { /* kept in memory */ }
  }

  function queued() {
    const stored = load();
    const keys = new Set(stored.map((one) => one.key));
    return stored.concat(memory.queue.filter((one) => one.photo && !keys.has(one.key)));
  }

  function drop(key) { save(queued().filter((one) => one.key !== key)); photos.delete(key); }

  function newKey() {
    const bytes = crypto.getRandomValues(new Uint8Array(12));
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  function enqueue(item) {
    item.key = newKey();
    save(queued().concat([item]));
    if (item.text !== "/start") showWaiting(item);
    tries = 0;
    flush();
  }

  function showWaiting(item) {
    const url = item.photo && photos.get(item.key) ? URL.createObjectURL(photos.get(item.key)) : "";
    const file = url ? { url: url, name: "Ảnh của đồng chí", picture: true } : null;
    show({ key: "in:" + item.key, mine: true, text: item.label || item.text || "", spans: [], choices: [], file: file });
  }

  function markWaiting(item, text) {
    const article = [...log.children].find((one) => one.dataset.key === "in:" + item.key);
    if (!article || article.dataset.place) return;
    article.classList.toggle("waiting", Boolean(text));
    let state = article.querySelector(".state");
    if (!text) { if (state) state.remove(); return; }
    if (!state) { state = make("p", "state"); article.append(state); }
    state.textContent = text;
    stay();
  }

  async function post(item) {
    if (item.photo) {
      const picture = photos.get(item.key);
      return fetch(with_("/photo", "key=" + item.key), { method: "POST", headers: { "Content-Type": picture.type || "image/jpeg" }, body: picture });
    }
    const body = JSON.stringify({ key: item.key, text: item.text || "", token: item.token || "" });
    return fetch("/say" + query, { method: "POST", headers: { "Content-Type": "application/json" }, body: body });
  }

  async function flush() {
    if (sending) return;
    sending = true;
    clearTimeout(timer);
    try {
      for (let queue = queued(); queue.length; queue = queued()) {
        const item = queue[0];
        think(true);
        let answer = null;
        try { answer = await post(item); } catch (fault) { answer = null; }
        if (answer && answer.ok) {
          drop(item.key);
          markWaiting(item, "");
          sessionStorage.removeItem("again");
          tries = 0;
          tell("");
          if (!source) poll();
          continue;
        }
        if (!queued().some((one) => one.key === item.key)) continue; // its echo was here before the answer
        think(false);
        if (answer && answer.status === 401) { again(); return; }
        if (answer && answer.status >= 400 && answer.status < 500 && answer.status !== 429) {
          const told = await answer.json().catch(() => ({}));
          drop(item.key);
          markWaiting(item, told.say || "Tôi không nhận được tin này.");
          tell(told.say || "Tôi không nhận được tin này.");
          continue;
        }
        const wait = answer ? Number(answer.headers.get("Retry-After")) || 0 : 0;
        later(Math.max(wait, PAUSES[Math.min(tries++, PAUSES.length - 1)]), answer && answer.status === 429);
        return;
      }
    } finally {
      sending = false;
    }
  }

  function later(seconds, hasty) {
    const text = hasty ? "Đồng chí nhắn hơi nhanh. Tôi gửi tiếp sau ít giây." : UNSENT;
    for (const item of queued()) markWaiting(item, text);
    tell(text);
    timer = setTimeout(flush, seconds * 1000);
  }

  // The cookie is not known any more: the page gets a new one, and what waits is sent then. Once; else cookies are off.
  function again() {
    if (sessionStorage.getItem("again")) { tell("Trình duyệt đang chặn cookie nên tôi chưa nhận được tin. Đồng chí bật cookie cho trang này giúp tôi."); return; }
    sessionStorage.setItem("again", "1");
    location.reload();
  }

  // ---- news

  async function poll() {
    try {
      const answer = await fetch(with_("/messages", "after=" + seen));
      if (answer.status === 401) { again(); return; }
      if (answer.ok) for (const message of (await answer.json()).messages) arrived(message);
    } catch (fault) { /* the next time */ }
  }

  function listen() {
    if (!window.EventSource) { setInterval(poll, 5000); return; }
    source = new EventSource(with_("/events", "after=" + seen));
    source.onopen = () => { if (queued().length) flush(); else tell(""); };
    source.onmessage = (event) => arrived(JSON.parse(event.data));
    source.onerror = () => {
      if (!navigator.onLine) tell("Không có mạng. Đồng chí cứ nhắn, tôi gửi khi có mạng.");
      if (source && source.readyState === EventSource.CLOSED) {
        source = null;
        poll();
        setTimeout(listen, 15000);
      }
    };
  }

  // ---- what people do

  document.addEventListener("submit", (event) => {
    const button = event.submitter;
    event.preventDefault();
    if (event.target === say) {
      const text = box.value.trim();
      if (text) { box.value = ""; enqueue({ text: text }); }
      box.focus();
    } else if (button && button.name === "token") {
      if (queued().some((one) => one.token === button.value)) return; // pressed twice by a trembling finger
      enqueue({ token: button.value, label: button.textContent });
      box.focus({ preventScroll: true });
    } else if (button && button.name === "text") {
      enqueue({ text: button.value });
    }
  });

  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    document.getElementById("send").click();
  });

  const pick = document.getElementById("pick"), photo = document.getElementById("photo");
  pick.hidden = false;
  pick.addEventListener("click", () => photo.click());
  photo.addEventListener("change", async () => {
    const chosen = photo.files[0];
    photo.value = "";
    if (!chosen) return;
    const key = newKey();
    photos.set(key, await smaller(chosen));
    const item = { photo: true, key: key };
    memory.queue = queued().concat([item]);
    showWaiting(item);
    tries = 0;
    flush();
  });

  // A photograph of a page is readable at 1,600 pixels, and a tenth of what the telephone made.
  async function smaller(file) {
    try {
      const image = await createImageBitmap(file);
      const scale = Math.min(1, 1600 / Math.max(image.width, image.height));
      const canvas = make("canvas");
      canvas.width = Math.round(image.width * scale);
      canvas.height = Math.round(image.height * scale);
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      return await new Promise((done) => canvas.toBlob((blob) => done(blob || file), "image/jpeg", 0.85));
    } catch (fault) {
      return file;
    }
  }

  log.addEventListener("scroll", () => { atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 40; }, { passive: true });
  if (window.ResizeObserver) new ResizeObserver(stay).observe(log);
  const roles = document.getElementById("switch");
  if (roles) box.addEventListener("focus", () => { roles.open = false; });

  function resize(by) {
    const size = Math.min(4, Math.max(0, (Number(root.dataset.size) || 0) + by));
    root.dataset.size = String(size);
    document.cookie = "size=" + size + "; path=/; max-age=31536000; samesite=lax";
    stay();
  }
  document.getElementById("smaller").addEventListener("click", () => resize(-1));
  document.getElementById("larger").addEventListener("click", () => resize(1));

  window.addEventListener("online", () => { if (offline) location.reload(); else { tries = 0; flush(); } });
  window.addEventListener("offline", () => tell("Không có mạng. Đồng chí cứ nhắn, tôi gửi khi có mạng."));
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) return;
    news = 0;
    document.title = "Đồng Đội, trợ lý Hội Cựu chiến binh";
    if (!source) poll();
  });

  // ---- the beginning

  if (document.body.dataset.left) save([]);  // what waited is nobody's any more: the next person would send it
  for (const item of queued()) if (item.text !== "/start") { showWaiting(item); markWaiting(item, UNSENT); }
  if (offline) {
    const size = /(?:^|; )size=([0-4])/.exec(document.cookie);
    if (size) root.dataset.size = size[1];
    tell("Không có mạng. Đồng chí cứ nhắn, tôi gửi khi có mạng.");
    if (navigator.onLine) timer = setTimeout(() => location.reload(), 5000);
  } else {
    if (location.search.includes("ma=")) history.replaceState(null, "", "/" + query);
    listen();
    if (document.getElementById("begin") && !document.body.dataset.left && !queued().length) enqueue({ text: "/start" }); else flush();
    if (navigator.serviceWorker) navigator.serviceWorker.register("/worker.js?page=" + document.body.dataset.version).catch(() => {});
  }
  if (log.lastElementChild) bring(log.lastElementChild);
  if (matchMedia("(hover: hover)").matches) box.focus({ preventScroll: true });
})();
