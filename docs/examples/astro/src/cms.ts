import type { Loader } from "astro/loaders";
import createClient from "openapi-fetch";
import type { components, paths } from "./delivery";
import words from "./words.json";

export type Schemas = components["schemas"];
export type Page = Schemas["ResolvedPage"]["page"];
export type Kept = { page: Page; tags: string[] };
export type Language = Schemas["Locale"] & { id: string; menus: Schemas["NavigationMenus"] };

const CMS = process.env["CMS"] ?? "http://127.0.0.1:8000";
const OWN_PAGES = new RegExp(`${CMS}(?=/(${Object.keys(words).join("|")})/)`, "g");
const PLURALS = { story: "stories", project: "projects", programme: "programmes" } as const;
const STANDING = /^(home|page|accessibility_statement|.+_index)$/;

const api = createClient<paths>({ baseUrl: CMS });
api.use({
  // A page stands here at the path that it has there, so that links to it lead here.
  async onResponse({ response }) {
    return new Response((await response.text()).replaceAll(OWN_PAGES, ""), response);
  },
});

/** The site's languages that this front end has words for, each with its menus. */
export async function languages(): Promise<Language[]> {
  const { data } = await api.GET("/api/delivery/v1/locales/");
  const known = data!.items.filter(({ code }) => code in words);
  const withMenus = async (language: Schemas["Locale"]) => {
    const params = { query: { locale: language.code } };
    const { data: menus } = await api.GET("/api/delivery/v1/navigation/", { params });
    return { id: language.code, ...language, menus: menus! };
  };
  return Promise.all(known.map(withMenus));
}

/** Every page as readers of each language see it. Only what changed since last time is fetched. */
export const pages: Loader = {
  name: "pages",
  async load({ store, meta, logger }) {
    const locales = (await languages()).map(({ code }) => code);
    let [changes, cursor] = await changesSince(meta.get("cursor"));
    if (!cursor || (meta.has("cursor") && changes.some(({ type }) => type === "site"))) {
      store.clear(); // The site began anew, or its languages changed.
      [changes, cursor] = await changesSince();
    }
    const fetched = new Set<string>();
    const touched = new Set(["all"]);

    const refresh = async (id: string, type: string) => {
      if (fetched.has(id)) return;
      fetched.add(id);
      const plural = PLURALS[type as keyof typeof PLURALS] ?? "pages";
      for (const locale of locales) {
        const params = { path: { id }, query: { locale } };
        const endpoint = `/api/delivery/v1/${plural}/{id}/` as const;
        const { data: page, error, response } = await api.GET(endpoint, { params });
        const tags = response.headers.get("Cache-Tag")?.split(",") ?? [];
        if (page) store.set({ id: `${locale}/${id}`, data: { page, tags } satisfies Kept });
        else if (![404, 410].includes(response.status)) throw new Error(error?.detail);
        else store.delete(`${locale}/${id}`);
        for (const near of page?.related ?? []) touched.add(`n-${short(near.id)}`);
        for (const up of [page?.project, page?.programme]) if (up) touched.add(`in-${short(up.id)}`);
      }
    };

    for (const { id, type, kind } of changes) {
      touched.add(type).add(short(id));
      if (type in PLURALS || STANDING.test(type)) await refresh(id, type);
      // What comes or goes may stand above any page.
      if (STANDING.test(type) && kind !== "updated") touched.add("site");
    }
    // Answers are tagged with what they show: `p-…` a page, `i-…` a picture, `list-story`, `site`.
    const isTouched = (tag: string) => touched.has(tag) || touched.has(tag.replace(/^\w+-/, ""));
    for (const { page, tags } of store.values().map(({ data }) => data as Kept)) {
      if (tags.some(isTouched)) await refresh(page.id, page.type);
    }
    meta.set("cursor", cursor!);
    logger.info(`${fetched.size} pages fetched`);
  },
};

/** What changed after a cursor, and the next cursor; none where the cursor is not known any more. */
async function changesSince(since?: string): Promise<[Schemas["Change"][], string?]> {
  const params = { query: since ? { since } : {} };
  const { data, error, response } = await api.GET("/api/delivery/v1/changes/", { params });
  if (since && response.status === 400) return [[]];
  if (error) throw new Error(error.detail);
  if (!data.has_more) return [data.items, data.cursor];
  const [more, cursor] = await changesSince(data.cursor);
  return [[...data.items, ...more], cursor];
}

/** An id as tags have it. */
const short = (id: string) => id.replaceAll("-", "").slice(0, 10);
