// A card sort: the sorting engine with named places, and where the research or the makers would put each card.

import { comparison } from "./comparison.js";
import { paintComparison } from "./comparison_result.js";
import { renderSorter } from "./engine.js";

export default { render: (context) => renderSorter(context, { read: comparison, paintReading: paintComparison }) };
