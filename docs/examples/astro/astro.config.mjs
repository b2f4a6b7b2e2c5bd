import { defineConfig } from "astro/config";

export default defineConfig({
  site: process.env.SITE ?? "http://localhost:4321", // where it will be served
  redirects: { "/": "/en/" },
  trailingSlash: "always",
  cacheDir: "./.cache", // what was fetched; keep it from build to build
});
