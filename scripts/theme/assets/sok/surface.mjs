// @ts-check
// What most pages show of the search: the field in the head.

import { begin } from "./fields.mjs";

begin();
