// The sense-making sorter: the sorting engine, with corners that get their names after the sorting.

import { comparison } from "./comparison.js";
import { paintComparison } from "./comparison_result.js";
import { renderSorter } from "./engine.js";

export default { render: (context) => renderSorter(context, { read: comparison, paintReading: paintComparison }) };
