"use strict";
// Keeps the page itself, nobody's words: without a network it still opens, and what is written then is sent later.
// The browser asks for this file anew at every opening; its own address carries the version of what is to be kept.
const KEPT = "page" + self.location.search;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(KEPT).then(async (cache) => {
    const page = await fetch("/offline", { credentials: "omit" });
    const html = await page.clone().text();
    await cache.put("/offline", page);
    await cache.addAll(html.match(/\/(?:page|icon|app)[\w.-]+\?v=\w+/g) || []);
    await self.skipWaiting();
  }));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(caches.keys().then((names) => Promise.all(names.filter((name) => name !== KEPT).map((name) => caches.delete(name)))));
});

self.addEventListener("fetch", (event) => {
  const request = event.request;
  if (request.mode === "navigate" && new URL(request.url).pathname === "/") {
    event.respondWith(fetch(request).catch(() => caches.match("/offline")));
  } else if (request.method === "GET" && new URL(request.url).searchParams.has("v")) {
    event.respondWith(caches.match(request).then((kept) => kept || fetch(request)));
  }
});
