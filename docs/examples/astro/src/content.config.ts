import { defineCollection, z } from "astro:content";
import { languages, pages, type Kept, type Language } from "./cms";

export const collections = {
  languages: defineCollection({ loader: languages, schema: z.custom<Language>() }),
  pages: defineCollection({ loader: pages, schema: z.custom<Kept>() }),
};
